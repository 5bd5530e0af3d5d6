//===- Reach.cpp - What a deferred call can reach -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/Reach.h"
#include "deferc/Frontend/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace deferc {
namespace {

/// Finds a use of a variable that leaves an address behind: everything but
/// reading its value where the statement stands.
class AddressUse : public RecursiveASTVisitor<AddressUse> {
public:
  AddressUse(const VarDecl *V, const Expr *Deferred) : V(V), Deferred(Deferred) {}
  bool Found = false;

  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() == CK_LValueToRValue &&
        (isNumber(E->getType()) || isPartOf(E->getSubExpr())))
      return true;
    return RecursiveASTVisitor::TraverseImplicitCastExpr(E);
  }
  bool TraverseCXXConstructExpr(CXXConstructExpr *E) {
    if (E->getConstructor()->isCopyOrMoveConstructor() && E->getNumArgs() &&
        isPartOf(E->getArg(0)))
      return true;
    return RecursiveASTVisitor::TraverseCXXConstructExpr(E);
  }
  // A lambda is judged by what it captures: a copy leaves no address behind.
  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (Expr *Init : L->capture_inits())
      if (Init && !TraverseStmt(Init))
        return false;
    return true;
  }
  // What an inner call gives back by value cannot lead to the variable.
  bool TraverseCallExpr(CallExpr *E) { return traverseCall(E, &Base::TraverseCallExpr); }
  bool TraverseCXXMemberCallExpr(CXXMemberCallExpr *E) {
    return traverseCall(E, &Base::TraverseCXXMemberCallExpr);
  }
  bool TraverseCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    return traverseCall(E, &Base::TraverseCXXOperatorCallExpr);
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found |= E->getDecl() == V;
    return !Found;
  }

private:
  using Base = RecursiveASTVisitor<AddressUse>;

  /// A value of which leads to nothing.
  static bool isNumber(QualType T) {
    return T->isArithmeticType() || T->isEnumeralType();
  }

  template <typename CallT, typename TraverseT>
  bool traverseCall(CallT *E, TraverseT Traverse) {
    if (E != Deferred && isNumber(E->getType()) && E->isPRValue())
      return true;
    return (this->*Traverse)(E, nullptr);
  }

  /// Whether \p E names the variable or a part of it, without following a
  /// pointer.
  bool isPartOf(const Expr *E) const {
    E = E->IgnoreParenNoopCasts(V->getASTContext());
    while (true) {
      if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
          Cast && Cast->getCastKind() != CK_LValueToRValue)
        E = Cast->getSubExpr()->IgnoreParens();
      else if (const auto *M = dyn_cast<MemberExpr>(E); M && !M->isArrow())
        E = M->getBase()->IgnoreParens();
      else if (const auto *A = dyn_cast<ArraySubscriptExpr>(E))
        E = A->getBase()->IgnoreParenImpCasts();
      else
        break;
      if (E->getType()->isPointerType())
        return false;
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    return Ref && Ref->getDecl() == V;
  }

  const VarDecl *V;
  const Expr *Deferred;
};

/// Reports \p V when it cannot live until the deferred call.
bool checkKeepable(CompilerInstance &CI, const VarDecl *V, SourceLocation Use,
                   bool Bypassed) {
  ASTContext &Ctx = CI.getASTContext();
  Diag Id;
  if (V->getType().isDestructedType() != QualType::DK_none ||
      V->hasAttr<CleanupAttr>())
    Id = Diag::CaptureWithDestructor;
  else if (Ctx.getAsVariableArrayType(V->getType()))
    Id = Diag::CaptureVLA;
  else if (Bypassed)
    Id = Diag::CaptureBypassed;
  else
    return true;
  report(CI.getDiagnostics(), Use, Id) << V;
  report(CI.getDiagnostics(), V->getLocation(), Diag::CaptureDeclaredHere) << V;
  return false;
}

} // namespace

llvm::SmallVector<VarDecl *, 4>
reachableNestedVars(CompilerInstance &CI, const BodyScan &Scan,
                    const DeferStmt &D, OperandForm Form) {
  llvm::SmallVector<VarDecl *, 4> Vars;
  auto add = [&](const VarDecl *Captured, SourceLocation Use) {
    auto *V = const_cast<VarDecl *>(Captured);
    if (!Scan.Nested.count(V) || V->getType()->isReferenceType())
      return;
    if (Form != OperandForm::Block) {
      auto *E = cast<Expr>(D.operand());
      AddressUse Uses(V, operandCore(E));
      Uses.TraverseStmt(E);
      if (!Uses.Found)
        return;
    }
    if (checkKeepable(CI, V, Use, Scan.Nested.find(V)->second.Bypassed))
      Vars.push_back(V);
  };
  if (D.Lambda) {
    for (const LambdaCapture &C : D.Lambda->captures())
      if (C.capturesVariable())
        if (auto *V = dyn_cast<VarDecl>(C.getCapturedVar()))
          add(V, C.getLocation());
  } else if (D.Region) {
    for (const CapturedStmt::Capture &C : D.Region->captures())
      if (C.capturesVariable() || C.capturesVariableByCopy())
        add(C.getCapturedVar(), C.getLocation());
  }
  return Vars;
}

} // namespace deferc
