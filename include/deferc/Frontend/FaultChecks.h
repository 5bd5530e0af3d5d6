//===- FaultChecks.h - Faults as panics -------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// With -fdefer-fault-panics, a null pointer that is followed, a null function
/// that is called and an integer that is divided by zero panic with Go's runtime
/// errors, which a deferred recover() stops, in the same function too.
///
/// The checks are made explicit in the syntax tree, before code generation:
///
///   p->x      (p ?: (__deferc_panicmem(), 0))->x
///   a / b     a / (b ?: (__deferc_panicdivide(), 0))
///
/// so that each is a call that may unwind, with the landing pad that its scope
/// needs. A signal handler could not have one: to LLVM a load does not unwind.
/// docs/Decisions tells more. What is not checked stays fatal, never wrong: each
/// module lets the runtime report the signals that then come.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_FRONTEND_FAULTCHECKS_H
#define DEFERC_FRONTEND_FAULTCHECKS_H

#include "clang/AST/Decl.h"

namespace deferc {

/// Adds the checks to the body of \p F, unless it is constexpr, dependent or of a
/// system header.
void addFaultChecks(clang::ASTContext &Ctx, clang::FunctionDecl *F);

/// The same for the body of a C closure.
void addFaultChecks(clang::ASTContext &Ctx, clang::CapturedDecl *Region);

/// A function that calls `__deferc_initsig` before main. For code generation
/// only: it is not in the translation unit's list.
clang::FunctionDecl *makeSignalConstructor(clang::ASTContext &Ctx);

} // namespace deferc

#endif // DEFERC_FRONTEND_FAULTCHECKS_H
