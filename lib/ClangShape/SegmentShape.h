//===- SegmentShape.h - Where Clang runs segments ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the segment variables of a function, and tells the cleanups that Clang
/// runs on a normal way out from those that it runs while an exception unwinds.
/// Nothing is changed here.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_SEGMENTSHAPE_H
#define DEFERC_LIB_CLANGSHAPE_SEGMENTSHAPE_H

#include "MarkerCalls.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/IR/Instructions.h"

namespace deferc {

struct Segment {
  unsigned Number = 0;
  llvm::SmallVector<ClangRun *, 2> NormalRuns, UnwindRuns;
  ClangRecovered *Recovered = nullptr;
  llvm::BasicBlock *RecoveryExit = nullptr;
  /// First block of the loop that runs the segment's calls while unwinding. It
  /// is the block that Clang emitted for the first such run, or a new one when
  /// there is none.
  llvm::BasicBlock *Unwind = nullptr;

  /// `if (recovered(...)) exit`: the branch is the marker's only user.
  llvm::BranchInst *branch() const {
    return llvm::cast<llvm::BranchInst>(*Recovered->user_begin());
  }
};

/// The segments of \p F by their variables.
llvm::MapVector<llvm::AllocaInst *, Segment> findSegments(llvm::Function &F);

/// The variables in which Clang keeps the exception that is in flight and its
/// selector. Null in a function without landing pads.
struct ExceptionSlots {
  llvm::AllocaInst *Exception = nullptr, *Selector = nullptr;
};
ExceptionSlots findExceptionSlots(llvm::Function &F);

/// The landing pad with the fewest clauses that leads to \p BB. Its clauses say
/// what is caught outside of the segment that \p BB leaves. Null when no
/// landing pad leads there.
llvm::LandingPadInst *outermostPad(llvm::BasicBlock *BB);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_SEGMENTSHAPE_H
