//===- BodyScan.h - What one body says about its defers ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the body of one function, lambda or closure, without changing it, and
/// lists what the rewriter and the checks need: its defer statements, its
/// returns, jumps, handlers and variables. A function, lambda or closure inside
/// of the body has a scan of its own.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H
#define DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H

#include "Scan/DeferStmt.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace deferc {

/// A variable of the body with automatic storage.
struct LocalVar {
  bool Outermost = false; ///< Declared in the outermost block itself.
  bool Bypassed = false; ///< A jump or a case label leads past its declaration.
  unsigned Index = 0;    ///< Place in the walk of the body.
  unsigned Top = 0;      ///< Top-level statement that declares it.
};

/// Where another variable can be declared before this one: in the statement
/// that declares it, or in the head of a range for.
struct Declaration {
  clang::DeclStmt *Statement = nullptr;
  clang::CXXForRangeStmt *Loop = nullptr;
};

struct BodyScan {
  llvm::SmallVector<DeferStmt, 4> Defers;
  llvm::SmallVector<clang::ReturnStmt *, 8> Returns;
  /// Backward jumps, as ranges of top-level statements [label, jump].
  llvm::SmallVector<std::pair<unsigned, unsigned>, 2> BackwardJumps;
  /// Loops, those made by goto too, as ranges of places in the walk. The two
  /// ends of a range are outside of the loop.
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

  /// Notes that a jump or a case label leads past the declaration of \p V.
  void markBypassed(const clang::VarDecl *V);

  /// The top-level statement that \p D's segment stands before. It is the one
  /// that holds \p D, unless a later goto jumps back over \p D: such a jump
  /// would leave the segment's scope and run its calls, so the segment then
  /// stands before the label.
  unsigned segmentPlace(const DeferStmt &D) const;

  /// Whether \p V, a variable in scope at \p D, may be destroyed before \p D's
  /// deferred call runs.
  bool endsBefore(const clang::VarDecl *V, const DeferStmt &D) const;

  /// Whether the same activation of the function can run \p V's declaration and
  /// \p D again, once \p D has run. Then each iteration has a \p V of its own.
  bool isDeclaredAgain(const clang::VarDecl *V, const DeferStmt &D) const;
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_BODYSCAN_H
