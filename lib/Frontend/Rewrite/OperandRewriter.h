//===- OperandRewriter.h - Give a defer statement its markers ---*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Rewrites the closure of a defer statement. Markers tell deferc-clang-shape
/// which part of it is evaluated where the statement stands, and which part is
/// deferred. Variables of loops that the deferred call can reach move to the
/// heap.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REWRITE_OPERANDREWRITER_H
#define DEFERC_LIB_FRONTEND_REWRITE_OPERANDREWRITER_H

#include "Build/AstBuilder.h"
#include "Build/MarkerBuilder.h"
#include "Reach/Reach.h"
#include "Scan/BodyScan.h"

#include "clang/Frontend/CompilerInstance.h"

namespace deferc {

class OperandRewriter {
public:
  /// \p Owner is the function, or C closure, that holds the statements.
  OperandRewriter(clang::CompilerInstance &CI, clang::DeclContext *Owner)
      : CI(CI), Ctx(CI.getASTContext()), Build(Ctx), Mark(Ctx), Owner(Owner) {}

  /// Reports what is wrong with \p D, or rewrites it and returns true.
  bool rewrite(BodyScan &Scan, DeferStmt &D, unsigned Segment);

  /// Declarations that the rewritten statements need at the beginning of the
  /// body.
  llvm::SmallVector<clang::Stmt *, 1> takeDeclarations() {
    return std::exchange(Declarations, {});
  }

private:
  uint64_t closureSize(const DeferStmt &D) const;
  /// Replaces the operand, without its cleanups, by what \p Make makes of it.
  void replaceOperand(DeferStmt &D,
                      llvm::function_ref<clang::Expr *(clang::Expr *)> Make);
  void copyTarget(DeferStmt &D);
  bool rewriteLabels(const BodyScan &Scan, DeferStmt &D);
  clang::Stmt *rewriteLabels(const BodyScan &Scan, const DeferStmt &D,
                             clang::Stmt *S);
  clang::Expr *addressOfLabel(clang::LabelDecl *Label,
                              clang::SourceLocation Loc);
  void markEnd(DeferStmt &D);
  void markSplit(DeferStmt &D);
  clang::Expr **lastOperand(clang::Expr *Core) const;
  void splitBehind(DeferStmt &D, clang::Expr *&E);
  void markNothing(DeferStmt &D);
  void markReached(DeferStmt &D, const ReachedVar &R);
  void moveToHeap(const ReachedVar &R);

  clang::CompilerInstance &CI;
  clang::ASTContext &Ctx;
  AstBuilder Build;
  MarkerBuilder Mark;
  clang::DeclContext *Owner;
  llvm::SmallVector<clang::Stmt *, 1> Declarations;
};

/// The operand of the closure of a call, as the user wrote it.
clang::Stmt *writtenOperand(clang::CompoundStmt *Closure);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REWRITE_OPERANDREWRITER_H
