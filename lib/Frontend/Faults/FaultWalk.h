//===- FaultWalk.h - The expressions of a body that may fault ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Walks the expressions that a body evaluates, finds those that may fault, and
/// replaces their operands by guarded ones (Guards.h).
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_FAULTS_FAULTWALK_H
#define DEFERC_LIB_FRONTEND_FAULTS_FAULTWALK_H

#include "Faults/Guards.h"

#include "llvm/ADT/DenseSet.h"

namespace deferc {

class FaultWalk {
public:
  /// \p Shared has the default arguments and member initializers that were
  /// walked before. Many calls or constructors share one of them.
  FaultWalk(clang::ASTContext &Ctx, llvm::DenseSet<const clang::Expr *> &Shared)
      : Ctx(Ctx), Guard(Ctx), Shared(Shared) {}

  /// Guards what may fault in \p Body, the body of a function or closure.
  void walkBody(clang::Stmt *Body);

  /// Guards what may fault in \p S, a statement or an expression.
  void walk(clang::Stmt *S);

private:
  void walkShared(clang::Expr *Default);
  void walkPlace(clang::Expr *E);
  void check(clang::Expr *E);
  void checkBinary(clang::BinaryOperator &E);
  bool isConstantInit(const clang::Stmt *S, const clang::Stmt *Child) const;

  clang::ASTContext &Ctx;
  Guards Guard;
  llvm::DenseSet<const clang::Expr *> &Shared;
  const clang::CallExpr *Deferred = nullptr;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_FAULTS_FAULTWALK_H
