//===- Checks.cpp - What a defer statement may not do ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Checks.h"
#include "Messages/Diagnostics.h"
#include "deferc/Contract/Markers.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace deferc {
namespace {

/// Finds a call of the marker of the recover token. In C a macro writes that
/// call, in C++ it is the default argument of the functions of `defer.h` that
/// recover.
class RecoverToken : public RecursiveASTVisitor<RecoverToken> {
public:
  bool Found = false;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCapturedDecl(CapturedDecl *) { return true; }
  bool VisitCXXDefaultArgExpr(CXXDefaultArgExpr *E) {
    return TraverseStmt(E->getExpr());
  }
  bool VisitCallExpr(CallExpr *E) {
    if (const FunctionDecl *F = E->getDirectCallee(); F && F->getIdentifier())
      Found |= getMarker(F->getName()) == Marker::Token;
    return !Found;
  }
};

/// Finds a `return` that an operand evaluates. Only C++ needs this: in C Clang
/// itself reports a return in a captured statement.
class OperandReturn : public RecursiveASTVisitor<OperandReturn> {
public:
  const ReturnStmt *Found = nullptr;
  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (Expr *Init : L->capture_inits())
      TraverseStmt(Init);
    return true;
  }
  bool TraverseBlockExpr(BlockExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *S) {
    Found = S;
    return false;
  }
};

/// Whether Clang emits nothing for a call of \p Method.
bool isTrivialForCodeGen(const CXXMethodDecl &Method) {
  return Method.isTrivial() ||
         (Method.isDefaulted() && Method.getParent()->isUnion());
}

/// Whether \p Call does nothing at run time beyond evaluating its operands.
bool doesNothing(const CallExpr *Call) {
  if (isa<CXXPseudoDestructorExpr>(Call->getCallee()->IgnoreParens()))
    return true;
  const FunctionDecl *F = Call->getDirectCallee();
  const auto *Destructor = dyn_cast_or_null<CXXDestructorDecl>(F);
  return (Destructor && isTrivialForCodeGen(*Destructor)) ||
         (F && F->isImmediateFunction());
}

} // namespace

const CXXMethodDecl *trivialAssignment(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const auto *Method =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  bool Assigns = Method && (Method->isCopyAssignmentOperator() ||
                            Method->isMoveAssignmentOperator());
  return Assigns && isTrivialForCodeGen(*Method) ? Method : nullptr;
}

Expr *operandCore(Expr *E) {
  while (true) {
    if (auto *Full = dyn_cast<FullExpr>(E))
      E = Full->getSubExpr();
    else if (auto *Paren = dyn_cast<ParenExpr>(E))
      E = Paren->getSubExpr();
    else if (auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bind->getSubExpr();
    else if (auto *Temp = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temp->getSubExpr();
    else if (auto *Cast = dyn_cast<CastExpr>(E);
             Cast && Cast->getCastKind() == CK_ToVoid)
      E = Cast->getSubExpr();
    else
      return E;
  }
}

OperandForm checkOperand(CompilerInstance &CI, const DeferStmt &D) {
  DiagnosticsEngine &Diags = CI.getDiagnostics();
  Stmt *S = D.operand();
  SourceLocation Loc = S ? S->getBeginLoc() : D.Loc;
  if (!D.IsStatement) {
    report(Diags, D.Loc, Diag::DeferNotStatement);
    return OperandForm::Invalid;
  }
  if (isa_and_nonnull<CompoundStmt>(S) && D.hasOneOperand())
    return OperandForm::Block;
  if (!S && Diags.hasUncompilableErrorOccurred())
    return OperandForm::Invalid; // The operand itself was wrong.
  auto *E = dyn_cast_or_null<Expr>(S);
  if (E && asDeferStmt(E).Site)
    E = nullptr; // `defer defer f()`: the operand is a statement.
  if (!E || !D.hasOneOperand()) {
    Diag Id = !S || isa<NullStmt>(S) ? Diag::OperandNotCall
              : isa<DeclStmt>(S)     ? Diag::OperandDeclaration
                                     : Diag::OperandStatement;
    report(Diags, Loc, Id);
    return OperandForm::Invalid;
  }
  if (E->containsErrors())
    return OperandForm::Invalid; // Reported already.
  OperandReturn Return;
  Return.TraverseStmt(E);
  if (D.Lambda && Return.Found) {
    report(Diags, Return.Found->getBeginLoc(), Diag::OperandReturns);
    return OperandForm::Invalid;
  }
  Expr *Core = operandCore(E);
  if (isa<CXXDeleteExpr, AtomicExpr>(Core))
    return OperandForm::Split;
  auto *Call = dyn_cast<CallExpr>(Core);
  if (!Call) {
    report(Diags, Core->getExprLoc().isValid() ? Core->getExprLoc() : Loc,
           Diag::OperandNotCall)
        << Core->getSourceRange();
    return OperandForm::Invalid;
  }
  if (doesNothing(Call))
    return OperandForm::Nothing;
  if (Call->getBuiltinCallee() || trivialAssignment(Call))
    return OperandForm::Split;
  return OperandForm::Call;
}

bool recovers(const DeferStmt &D) {
  RecoverToken Token;
  if (D.operand())
    Token.TraverseStmt(D.operand());
  return Token.Found;
}

} // namespace deferc
