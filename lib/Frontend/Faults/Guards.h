//===- Guards.h - Expressions that panic on a fault -------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives an expression that may fault a guard: an expression of the same value
/// that panics first, when the value would fault.
///
///   p   (p ?: (__deferc_panicmem(), 0))
///   b   (b ?: (__deferc_panicdivide(), 0))
///   f   (f ?: __deferc_panicmem), when f is called: the arguments are
///       evaluated first, as in Go
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_FAULTS_GUARDS_H
#define DEFERC_LIB_FRONTEND_FAULTS_GUARDS_H

#include "Build/AstBuilder.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace deferc {

class Guards {
public:
  explicit Guards(clang::ASTContext &Ctx) : Ctx(Ctx), Build(Ctx) {}

  /// \p E with the pointer in it guarded. \p E itself when it is no pointer, or
  /// one that is never null: the address of an object.
  clang::Expr *guardPointer(clang::Expr *E);

  /// \p E, the null value of which faults, guarded.
  clang::Expr *guardMember(clang::Expr *E);
  clang::Expr *guardDivisor(clang::Expr *E);

  /// \p E, the callee of a call, with the pointer that is called through
  /// guarded. With \p Check false the callee stays as it is, and only a `*` in
  /// it is remembered for isCallee().
  clang::Expr *guardCallee(clang::Expr *E, bool Check);

  /// Whether guardCallee() has seen \p Deref, the `*f` of a call `(*f)()`. Such
  /// a `*` reads no memory.
  bool isCallee(const clang::UnaryOperator *Deref) const {
    return Callees.count(Deref);
  }

private:
  clang::Expr *guard(clang::Expr *E, llvm::StringRef Panic);
  clang::Expr *guardFunction(clang::Expr *E);
  clang::Expr *orElse(clang::Expr *E, clang::Expr *Else);

  clang::ASTContext &Ctx;
  AstBuilder Build;
  llvm::SmallPtrSet<const clang::UnaryOperator *, 4> Callees;
};

/// Whether \p S is `&e`.
bool isAddressOf(const clang::Stmt *S);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_FAULTS_GUARDS_H
