//===- BodyScan.h - What one body says about its defers ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the body of one function, lambda or closure, without changing it, and
/// lists what the rewriter and the checks need: its defer statements with their
/// loop depth, its returns, jumps, handlers and variables. What belongs to a
/// function or lambda inside the body is left to that one's own scan.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H
#define DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace deferc {

/// One defer statement: the closure that the injected tokens made.
struct DeferStmt {
  clang::Stmt *Site = nullptr; ///< The call of the lambda, or the region.
  clang::CompoundStmt *Closure = nullptr; ///< Marker call, then the operand.
  clang::LambdaExpr *Lambda = nullptr;    ///< In C++.
  clang::CapturedStmt *Region = nullptr;  ///< In C.
  clang::SourceLocation Loc;              ///< Of the word `defer`.
  unsigned Index = 0;                     ///< Place in the walk of the body.
  unsigned Top = 0;         ///< Top-level statement that holds it.
  bool Repeats = false;     ///< Go's syntactic loop rule.
  bool IsStatement = false; ///< Stands where a statement may.

  /// The operand, null for an empty one.
  clang::Stmt *operand() const;
  /// Whether the operand is one statement. Behind it stand labels of ours only.
  bool hasOneOperand() const;
  /// The labels that stand for those of the function whose address the operand
  /// takes.
  llvm::ArrayRef<clang::Stmt *> labels() const;
  bool isBlock() const;
  /// Whether it was rewritten before: it comes from a module or a precompiled
  /// header.
  bool isRewritten() const;
};

/// A variable of the body with automatic storage.
struct LocalVar {
  bool Outermost = false; ///< Declared in the outermost block itself.
  bool Bypassed = false; ///< A jump or a case label leads past its declaration.
  unsigned Index = 0;    ///< Place in the walk of the body.
  unsigned Top = 0;      ///< Top-level statement that declares it.
};

/// Where a variable is declared, if others can be declared before it: in a
/// statement, or in the head of a range for.
struct Declaration {
  clang::DeclStmt *Statement = nullptr;
  clang::CXXForRangeStmt *Loop = nullptr;
};

struct BodyScan {
  llvm::SmallVector<DeferStmt, 4> Defers;
  llvm::SmallVector<clang::ReturnStmt *, 8> Returns;
  /// Backward jumps, as ranges of top-level statements [label, jump].
  llvm::SmallVector<std::pair<unsigned, unsigned>, 2> BackwardJumps;
  /// Loops, of goto too, as ranges of places in the walk, without their ends.
  llvm::SmallVector<std::pair<unsigned, unsigned>, 4> Loops;
  llvm::SmallVector<clang::CXXCatchStmt *, 2> CatchAlls;
  llvm::DenseMap<const clang::VarDecl *, LocalVar> Locals;
  llvm::DenseMap<const clang::VarDecl *, Declaration> Declarations;
  /// The hidden variable that a loop variable's range is bound to.
  llvm::DenseMap<const clang::VarDecl *, const clang::VarDecl *> Ranges;
  llvm::SmallVector<clang::VarDecl *, 1> Results; ///< `defer_result` variables.
  llvm::DenseMap<const clang::VarDecl *, std::pair<bool, unsigned>> ResultPlace;
  llvm::DenseMap<const clang::IdentifierInfo *, clang::LabelDecl *> Labels;
  const clang::Stmt *MustTail = nullptr;
  bool HasJumps = false;

  /// Reads \p Body, the outermost block of a function or closure.
  BodyScan(clang::ASTContext &Ctx, clang::CompoundStmt *Body);

  /// The top-level statement that \p D's segment stands before: its own, or
  /// that of a label which a later goto jumps back to over it. Such a jump
  /// would leave the segment's scope and run its calls.
  unsigned segmentPlace(const DeferStmt &D) const;

  /// Whether \p V, a variable in scope at \p D, may end before \p D's call is
  /// due.
  bool endsBefore(const clang::VarDecl *V, const DeferStmt &D) const;

  /// Whether both \p V's declaration and \p D can run again once \p D has run.
  /// Each time has a variable of its own.
  bool isDeclaredAgain(const clang::VarDecl *V, const DeferStmt &D) const;
};

/// The closure behind \p S when \p S is a defer statement; else an empty one.
/// Looks through nothing: \p S must be the statement itself.
DeferStmt asDeferStmt(clang::Stmt *S);

/// The lambda of a defer statement is not a function of its own to the user.
bool isDeferClosure(const clang::CompoundStmt *Body);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H
