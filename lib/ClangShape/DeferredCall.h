//===- DeferredCall.h - The deferred call of a closure ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds where a closure is cut in two: at the call in front of its end marker,
/// or behind its split marker. Lowers that call in the run half:
///
///   Before:  call void %callee(ptr %x)
///   After:   panic when %callee is null
///            %entry = call ptr @__deferc_mark_entry(%callee, %panicking)
///            call void %entry(ptr %x)
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_DEFERREDCALL_H
#define DEFERC_LIB_CLANGSHAPE_DEFERREDCALL_H

#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

namespace deferc {

/// The place between the halves of a closure.
struct ClosureCut {
  /// The first instruction of the run half. Null when the closure has no call
  /// that it could defer.
  llvm::Instruction *First = nullptr;
  /// That instruction, in the call form.
  llvm::CallBase *Deferred = nullptr;
};

/// UndefinedBehaviorSanitizer puts a check behind a call that does not return:
/// a branch to a call of its own, or to a trap. Removes such checks, so that
/// the call is the last one again.
void removeUnreachableChecks(llvm::Function &F);

/// Finds the cut of the closure \p F with those BeginFlags, and erases the
/// marker that tells it.
ClosureCut findCut(llvm::Function &F, unsigned Flags);

/// Whether \p V is a temporary of Clang's. What the operand itself allocates
/// does not stand in the entry block.
bool isTemporary(const llvm::Value *V);

/// Copies the arguments of `byval` parameters in front of the call. Clang
/// passes the variable itself there, and LLVM copies it when the call is made,
/// which is too late for a deferred call.
void copyByValArguments(llvm::CallBase *Deferred);

/// Makes the call panic when its callee is null, and choose the callee's
/// deferred entry point when the run half runs for a panic.
void markEntry(llvm::CallBase *Deferred, llvm::Value *Panicking);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_DEFERREDCALL_H
