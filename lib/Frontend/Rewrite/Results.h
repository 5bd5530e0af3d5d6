//===- Results.h - The result of a function that defers ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Determines what a caller gets from a function that defers, also when the
/// function has recovered a panic. With `defer_result` that is the value of the
/// variable. Else it is what the last return has stored into a slot for the
/// unnamed result, or zero.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REWRITE_RESULTS_H
#define DEFERC_LIB_FRONTEND_REWRITE_RESULTS_H

#include "Build/MarkerBuilder.h"
#include "Scan/BodyScan.h"

#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

class Results {
public:
  /// \p Owner is the function, or a C closure, which has no result.
  Results(clang::CompilerInstance &CI, clang::DeclContext *Owner);

  /// Reports wrong uses of `defer_result`. Returns the variable that rightly
  /// names the result, or null.
  clang::VarDecl *check(const BodyScan &Scan) const;

  /// Finds the named result, or makes a slot for the unnamed one.
  void find(const BodyScan &Scan);

  /// Makes each `return e;` an assignment to a named result of class type,
  /// whose memory is the caller's. A scalar result needs no assignment, since
  /// the return itself stores into the same slot.
  void rewriteReturns(const BodyScan &Scan);
  /// \p S with the new returns in the place of the old ones.
  clang::Stmt *replaceReturns(clang::Stmt *S);

  /// A normal return of the result as it is.
  clang::Stmt *makeReturn(clang::SourceLocation Loc) const;
  /// The slot's declaration, for the beginning of the body. Null when there is
  /// no slot, and when the declaration was handed out before.
  clang::Stmt *declareSlot();
  /// Says in \p Mark where the result is and what a frame that recovers
  /// returns; see IRContract.md rule 2.
  void describe(marks::Recovered &Mark, clang::SourceLocation Loc) const;

private:
  bool check(const BodyScan &Scan, clang::VarDecl *V) const;
  void rewriteReturn(clang::ReturnStmt *R);
  clang::QualType type() const;
  bool isEmpty() const;
  bool isPlain(clang::QualType Type) const;
  clang::CompoundStmt *ownBody() const;

  clang::CompilerInstance &CI;
  clang::ASTContext &Ctx;
  AstBuilder Build;
  clang::DeclContext *Owner;
  clang::FunctionDecl *Function; ///< Null in a C closure.
  clang::VarDecl *Named =
      nullptr; ///< The variable declared with `defer_result`.
  clang::VarDecl *Slot = nullptr; ///< A name for the unnamed result's storage.
  bool SlotDeclared = false;
  llvm::DenseMap<const clang::ReturnStmt *, clang::Stmt *> Replacements;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REWRITE_RESULTS_H
