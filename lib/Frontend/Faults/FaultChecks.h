//===- FaultChecks.h - Which code is checked for faults ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// With -fdefer-fault-panics, following a null pointer, calling a null function
/// and dividing an integer by zero panic with Go's runtime errors. A deferred
/// recover() stops such a panic, in the same function too.
///
/// The checks are written into the syntax tree, before code generation:
///
///   p->x      (p ?: (__deferc_panicmem(), 0))->x
///   a / b     a / (b ?: (__deferc_panicdivide(), 0))
///
/// So each check has a call that may unwind, and Clang gives the call the
/// landing pad that its scope needs. A signal handler could not panic: to LLVM
/// a load does not unwind, so it has no landing pad. docs/Decisions tells more.
/// A fault that no check finds ends the program, and the runtime reports the
/// signal (SignalConstructor.h).
///
/// FaultChecks chooses the code that is checked, FaultWalk.h finds the places.
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
  /// \p Everywhere: functions are checked unless an attribute says otherwise.
  explicit FaultChecks(bool Everywhere)
      : Everywhere(Everywhere), Any(Everywhere) {}

  /// Adds the checks to the body of \p F, unless \p F is dependent, consteval
  /// or of a system header, or has the attribute against them. Must be called
  /// once for each function.
  void add(clang::FunctionDecl *F);

  /// The same for the body of a C closure.
  void add(clang::CapturedDecl *Region);

  /// The same for the initializer of a variable of a namespace or a class.
  void add(clang::VarDecl *V);

  /// Whether the translation unit asks for checks anywhere.
  bool any() const { return Any; }

private:
  bool isChosen(const clang::Decl *Owner) const;

  bool Everywhere;
  bool Any;
  /// The default arguments and member initializers that are checked already.
  llvm::DenseSet<const clang::Expr *> Shared;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_FAULTS_FAULTCHECKS_H
