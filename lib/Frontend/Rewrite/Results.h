//===- Results.h - The result of a function that defers ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a caller gets from a function that defers, also after it has recovered:
/// the variable that `defer_result` names, or what a return has stored into a
/// slot for the unnamed result, or zero.
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

  /// Lets each `return e;` assign to a named result of class type, which
  /// already is what the caller gets. Scalars need no more than the return
  /// itself: it stores into the same slot.
  void rewriteReturns(const BodyScan &Scan);
  /// \p S with the new returns in the place of the old ones.
  clang::Stmt *replaceReturns(clang::Stmt *S);

  /// A normal return of the result as it is.
  clang::Stmt *makeReturn(clang::SourceLocation Loc) const;
  /// The slot's declaration, for the beginning of the body; null when there is
  /// none, and the second time.
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
