//===- Expansion.h - Put code in a marker's place ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Replaces one marker, a call or an invoke, by a piece of control flow. Calls
/// that are emitted there unwind to where the marker did.
///
///   Before:  A: ...; invoke @marker() to N unwind U
///   After:   A: ...; <what is emitted>   (blocks as needed, invokes to U)
///            T: br N                     (or, for a call, the rest of A)
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_TRANSFORMS_EXPANSION_H
#define DEFERC_LIB_TRANSFORMS_EXPANSION_H

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstrTypes.h"

namespace deferc {

/// A builder whose instructions have At's debug location, or line 0 when At has
/// none: the inliner needs one for calls in functions with debug info.
class LocatedBuilder : public llvm::IRBuilder<> {
public:
  explicit LocatedBuilder(llvm::Instruction *At);
};

class Expansion {
public:
  /// Cuts the control flow behind the marker. B inserts before the marker; the
  /// last block must be ended by finish().
  explicit Expansion(llvm::CallBase &Marker);

  LocatedBuilder B;

  /// Creates a block, near the marker.
  llvm::BasicBlock *createBlock(const llvm::Twine &Name);

  /// Emits a call that unwinds as the marker does. B then inserts behind it.
  llvm::CallBase *emitCall(llvm::FunctionCallee Callee,
                           llvm::ArrayRef<llvm::Value *> Args);

  /// Branches to what is behind the marker, replaces the marker's uses by
  /// Result, and erases the marker.
  void finish(llvm::Value *Result = nullptr);

private:
  llvm::CallBase &Marker;
  llvm::BasicBlock *Head;
  llvm::BasicBlock *Tail;
  llvm::BasicBlock *UnwindDest = nullptr;
};

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_EXPANSION_H
