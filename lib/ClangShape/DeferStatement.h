//===- DeferStatement.h - One defer statement in its function ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the call of a closure becomes in the function that wrote the statement:
///
///   Before:  call void @closure(ptr %object)
///   After:   %env = call ptr @__deferc_mark_env(...)
///            the evaluate half, in line; for a block, a copy of the captures
///            call void @__deferc_mark_defer(..., ptr %env, ptr @run half, ...)
///
/// Whatever the deferred call can reach lives to the end of the function.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_DEFERSTATEMENT_H
#define DEFERC_LIB_CLANGSHAPE_DEFERSTATEMENT_H

#include "Boxes.h"
#include "Closure.h"

namespace deferc {

/// Lets the variables that a closure captures live to the end of the function.
void extendCaptures(llvm::AllocaInst *ClosureObject);

/// The same for what the closures of \p F reach without capturing it: replaces
/// the reach markers.
void lowerReached(llvm::Function &F, Boxes &Boxed);

/// Replaces the call \p Site of the closure \p C by env marker, evaluate half
/// and defer marker. \p FreesStack: a scope of the function frees what was
/// allocated in it.
void lowerDefer(llvm::CallBase *Site, const Closure &C, llvm::Value *Frame,
                Boxes &Boxed, bool FreesStack);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_DEFERSTATEMENT_H
