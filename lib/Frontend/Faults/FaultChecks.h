//===- FaultChecks.h - Faults as panics -------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// With -fdefer-fault-panics, a null pointer that is followed, a null function
/// that is called and an integer that is divided by zero panic with Go's
/// runtime errors, which a deferred recover() stops, in the same function too.
///
/// The checks are made explicit in the syntax tree, before code generation:
///
///   p->x      (p ?: (__deferc_panicmem(), 0))->x
///   a / b     a / (b ?: (__deferc_panicdivide(), 0))
///
/// so that each is a call that may unwind, with the landing pad that its scope
/// needs. A signal handler could not have one: to LLVM a load does not unwind.
/// docs/Decisions tells more. What is not checked stays fatal, never wrong:
/// each module lets the runtime report the signals that then come.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_FAULTS_FAULTCHECKS_H
#define DEFERC_LIB_FRONTEND_FAULTS_FAULTCHECKS_H

#include "clang/AST/Decl.h"

#include "llvm/ADT/DenseSet.h"

namespace deferc {

/// The checks of one translation unit.
class FaultChecks {
public:
  /// \p Everywhere: in each function that does not say otherwise.
  explicit FaultChecks(bool Everywhere)
      : Everywhere(Everywhere), Any(Everywhere) {}

  /// Adds the checks to the body of \p F, unless it is dependent, consteval or
  /// of a system header, or says that it wants none. Once for each function.
  void add(clang::FunctionDecl *F);

  /// The same for the body of a C closure.
  void add(clang::CapturedDecl *Region);

  /// The same for the initializer of a variable of a namespace or a class.
  void add(clang::VarDecl *V);

  /// A function that calls `__deferc_initsig` before main, or null when nothing
  /// is checked. For code generation only: it is not in the translation unit's
  /// list.
  clang::FunctionDecl *makeSignalConstructor(clang::ASTContext &Ctx) const;

private:
  bool isChosen(const clang::Decl *Owner) const;

  bool Everywhere;
  bool Any;
  /// The default arguments and member initializers that have been checked.
  llvm::DenseSet<const clang::Expr *> Shared;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_FAULTS_FAULTCHECKS_H
