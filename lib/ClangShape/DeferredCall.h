//===- DeferredCall.h - The deferred call of a closure ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Where a closure is cut in two: at the call in front of its end marker, or
/// behind its split marker. And what becomes of that call in the run half:
///
///   Before:  call void %callee(ptr %x)
///   After:   panic when %callee is null
///            %entry = call ptr @__deferc_mark_entry(ptr %callee, i1
///            %panicking) call void %entry(ptr %x)
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

/// Whether \p V is memory that Clang made; what the operand itself allocates
/// stands behind the entry block.
bool isTemporary(const llvm::Value *V);

/// Clang passes a C struct by handing the variable itself to a `byval`
/// parameter, which copies when the call is made: too late for a deferred one.
/// Copies such arguments in front of the call.
void copyByValArguments(llvm::CallBase *Deferred);

/// A null function pointer panics when its call is due, and a panicking caller
/// takes the callee's entry point for deferred calls.
void markEntry(llvm::CallBase *Deferred, llvm::Value *Panicking);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_DEFERREDCALL_H
