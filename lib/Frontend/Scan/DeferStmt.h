//===- DeferStmt.h - A defer statement in the syntax tree -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Recognises the closures that the injected tokens (Words/ClosureTokens.h)
/// have made of defer statements, before and after they are rewritten.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_DEFERSTMT_H
#define DEFERC_LIB_FRONTEND_SCAN_DEFERSTMT_H

#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"

namespace deferc {

/// One defer statement.
struct DeferStmt {
  clang::Stmt *Site = nullptr; ///< The call of the lambda, or the region.
  clang::CompoundStmt *Closure = nullptr; ///< Form call, then the operand.
  clang::LambdaExpr *Lambda = nullptr;    ///< In C++.
  clang::CapturedStmt *Region = nullptr;  ///< In C.
  clang::SourceLocation Loc;              ///< Of the word `defer`.
  unsigned Index = 0;                     ///< Place in the walk of the body.
  unsigned Top = 0;         ///< Top-level statement that holds it.
  bool Repeats = false;     ///< It is in a loop, by Go's rule (BodyJumps.h).
  bool IsStatement = false; ///< It stands where a statement may.

  /// The operand, null for an empty one.
  clang::Stmt *operand() const;
  /// Whether the operand is one statement. The labels() do not count.
  bool hasOneOperand() const;
  /// The labels that the frontend has put behind the operand. Each stands for
  /// a label of the function whose address the operand takes
  /// (Words/OperandLabels.h).
  llvm::ArrayRef<clang::Stmt *> labels() const;
  bool isBlock() const;
  /// Whether the statement is rewritten already, as one from a module or a
  /// precompiled header is.
  bool isRewritten() const;
};

/// The defer statement that \p S itself is. Its Site is null when \p S is none,
/// even if a part of \p S is one.
DeferStmt asDeferStmt(clang::Stmt *S);

/// True for the body of the closure that `defer` wraps around its operand. To
/// the user, that body is part of the enclosing function.
bool isDeferClosure(const clang::CompoundStmt *Body);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_DEFERSTMT_H
