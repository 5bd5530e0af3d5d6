//===- AstBuilder.h - Syntax trees for the frontend's calls -----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_BUILD_ASTBUILDER_H
#define DEFERC_LIB_FRONTEND_BUILD_ASTBUILDER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

namespace deferc {

/// Builds the statements that the frontend adds. All nodes are allocated in the
/// translation unit's context and get the place \p Loc.
class AstBuilder {
public:
  explicit AstBuilder(clang::ASTContext &Ctx) : Ctx(Ctx) {}

  /// The function that `defer.h` declares under this name, or null.
  clang::FunctionDecl *find(llvm::StringRef Name) const;

  /// The function of that name. When `defer.h` is not included, declares it as
  /// one that takes and returns nothing.
  clang::FunctionDecl *declareFunction(llvm::StringRef Name,
                                       bool NoReturn) const;

  /// The address of a function that `defer.h` or declareFunction() declares.
  clang::Expr *function(llvm::StringRef Name, clang::SourceLocation Loc) const;
  clang::Expr *function(clang::FunctionDecl *F,
                        clang::SourceLocation Loc) const;
  /// A call of a function that `defer.h` or declareFunction() declares.
  clang::Expr *call(llvm::StringRef Name, llvm::ArrayRef<clang::Expr *> Args,
                    clang::SourceLocation Loc) const;
  clang::Expr *call(clang::FunctionDecl *F, llvm::ArrayRef<clang::Expr *> Args,
                    clang::SourceLocation Loc) const;

  clang::Expr *integer(uint64_t Value, clang::QualType Type,
                       clang::SourceLocation Loc) const;
  clang::Expr *intArg(uint64_t Value, clang::SourceLocation Loc) const {
    return integer(Value, Ctx.IntTy, Loc);
  }
  clang::Expr *lvalue(clang::VarDecl *V, clang::SourceLocation Loc) const;
  clang::Expr *rvalue(clang::VarDecl *V, clang::SourceLocation Loc) const;
  clang::Expr *assign(clang::VarDecl *V, clang::Expr *Value,
                      clang::SourceLocation Loc) const;
  /// `(void *)&V`, or a null pointer.
  clang::Expr *addressOf(clang::VarDecl *V, clang::SourceLocation Loc) const;
  /// `&E` and `*Pointer`, whatever operators the type has.
  clang::Expr *addressOf(clang::Expr *E, clang::SourceLocation Loc) const;
  clang::Expr *object(clang::Expr *Pointer, clang::SourceLocation Loc) const;
  clang::Expr *comma(clang::Expr *First, clang::Expr *Second,
                     clang::SourceLocation Loc) const;

  /// A local variable without an initialiser.
  clang::VarDecl *variable(clang::DeclContext *Owner, llvm::StringRef Name,
                           clang::QualType Type,
                           clang::SourceLocation Loc) const;
  clang::Stmt *declare(clang::VarDecl *V) const;
  clang::CompoundStmt *block(llvm::ArrayRef<clang::Stmt *> Body,
                             clang::SourceLocation Loc) const;
  /// \p Like with other statements.
  clang::CompoundStmt *blockLike(const clang::CompoundStmt *Like,
                                 llvm::ArrayRef<clang::Stmt *> Body) const;
  clang::Stmt *ifThen(clang::Expr *Cond, clang::Stmt *Then,
                      clang::SourceLocation Loc) const;

private:
  clang::ASTContext &Ctx;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_BUILD_ASTBUILDER_H
