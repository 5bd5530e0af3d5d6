//===- Expansion.h - Put code in a marker's place ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Replaces one marker, a call or an invoke, by a piece of control flow. What
/// is emitted unwinds to where the marker did.
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

/// A builder whose instructions have a location, as the inliner wants of calls
/// in functions with debug info: that of At, or line 0.
class LocatedBuilder : public llvm::IRBuilder<> {
public:
  explicit LocatedBuilder(llvm::Instruction *At);
};

class Expansion {
public:
  /// Cuts the control flow behind the marker. B then stands where the marker
  /// does; what is emitted must come to finish().
  explicit Expansion(llvm::CallBase &Marker);

  LocatedBuilder B;

  /// A block of its own, near the marker.
  llvm::BasicBlock *createBlock(const llvm::Twine &Name);

  /// Emits a call that unwinds as the marker does; B goes on behind it.
  llvm::CallBase *emitCall(llvm::FunctionCallee Callee,
                           llvm::ArrayRef<llvm::Value *> Args);

  /// Goes on behind the marker, whose uses get Result, and erases it.
  void finish(llvm::Value *Result = nullptr);

private:
  llvm::CallBase &Marker;
  llvm::BasicBlock *Head;
  llvm::BasicBlock *Tail;
  llvm::BasicBlock *UnwindDest = nullptr;
};

} // namespace deferc

#endif // DEFERC_LIB_TRANSFORMS_EXPANSION_H
