//===- FaultChecks.cpp - Faults as panics ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/FaultChecks.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace deferc {
namespace {

class FaultChecker {
public:
  explicit FaultChecker(ASTContext &Ctx) : Ctx(Ctx) {}

  void walk(Stmt *S) {
    if (!S || isUnevaluated(S))
      return;
    if (Expr *Same = behindAddress(S))
      return walk(Same);
    if (auto *E = dyn_cast<Expr>(S))
      check(E);
    bool TakesAddress = isAddressOf(S);
    for (Stmt *&Child : S->children()) {
      if (!Child)
        continue;
      if (TakesAddress)
        walkBelowAddress(Child);
      else
        walk(Child);
    }
  }

private:
  static bool isUnevaluated(const Stmt *S) {
    return isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr,
               OffsetOfExpr, ConstantExpr, OpaqueValueExpr, LambdaExpr,
               CapturedStmt, BlockExpr, PseudoObjectExpr>(S);
  }

  static bool isAddressOf(const Stmt *S) {
    const auto *Unary = dyn_cast<UnaryOperator>(S);
    return Unary && Unary->getOpcode() == UO_AddrOf;
  }

  /// `*&e` is `e`.
  static Expr *behindAddress(Stmt *S) {
    auto *Deref = dyn_cast<UnaryOperator>(S);
    if (!Deref || Deref->getOpcode() != UO_Deref)
      return nullptr;
    auto *Address = dyn_cast<UnaryOperator>(Deref->getSubExpr()->IgnoreParens());
    return Address && isAddressOf(Address) ? Address->getSubExpr() : nullptr;
  }

  /// `&p->x` and `&*p` follow nothing.
  void walkBelowAddress(Stmt *S) {
    if (auto *Paren = dyn_cast<ParenExpr>(S))
      return walkBelowAddress(Paren->getSubExpr());
    if (auto *Member = dyn_cast<MemberExpr>(S))
      return Member->isArrow() ? walk(Member->getBase())
                               : walkBelowAddress(Member->getBase());
    for (Stmt *Child : S->children())
      walk(Child);
  }

  void check(Expr *E) {
    if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_Deref && isObjectPointer(Unary->getSubExpr()))
        guardPointer(*Unary->child_begin());
    } else if (auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
      bool Follows = isa<FieldDecl>(Member->getMemberDecl()) ||
                     (Method && Method->isVirtual());
      if (Member->isArrow() && Follows)
        guardPointer(*Member->child_begin());
    } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      for (Stmt *&Part : Subscript->children())
        if (isObjectPointer(cast<Expr>(Part)))
          guardPointer(Part);
    } else if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
      BinaryOperatorKind Op = Binary->getOpcode();
      if ((Op == BO_Div || Op == BO_Rem || Op == BO_DivAssign ||
           Op == BO_RemAssign) &&
          Binary->getRHS()->getType()->isIntegralOrEnumerationType() &&
          !Binary->getRHS()->isEvaluatable(Ctx))
        Binary->setRHS(guard(Binary->getRHS(), "__deferc_panicdivide"));
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      Expr *Callee = Call->getCallee();
      if (Callee->getType()->isFunctionPointerType() && Callee->isPRValue() &&
          !isDirect(Callee))
        Call->setCallee(guard(Callee, "__deferc_nilfunc"));
    }
  }

  static bool isDirect(const Expr *Callee) {
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Callee->IgnoreParens());
    return Cast && (Cast->getCastKind() == CK_FunctionToPointerDecay ||
                    Cast->getCastKind() == CK_BuiltinFnToFnPtr);
  }

  bool isObjectPointer(const Expr *E) const {
    return E->isPRValue() && E->getType()->isPointerType() &&
           !E->getType()->isFunctionPointerType();
  }

  void guardPointer(Stmt *&Place) {
    auto *E = cast<Expr>(Place);
    const Expr *Plain = E->IgnoreParens();
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Plain);
    if (!isObjectPointer(E) || (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay) ||
        isAddressOf(Plain) || isa<StringLiteral>(Plain))
      return;
    Place = guard(E, "__deferc_nilfunc");
  }

  /// `E ?: (panic(), 0)`
  Expr *guard(Expr *E, llvm::StringRef Panic) {
    SourceLocation Loc = E->getExprLoc();
    QualType Type = E->getType();
    auto *Value =
        new (Ctx) OpaqueValueExpr(Loc, Type, VK_PRValue, OK_Ordinary, E);
    Expr *Zero = new (Ctx) ImplicitValueInitExpr(Type);
    Expr *Else = BinaryOperator::Create(Ctx, call(Panic, Loc), Zero, BO_Comma,
                                        Type, VK_PRValue, OK_Ordinary, Loc,
                                        FPOptionsOverride());
    return new (Ctx) BinaryConditionalOperator(E, Value, Value, Value, Else, Loc,
                                               Loc, Type, VK_PRValue, OK_Ordinary);
  }

  Expr *call(llvm::StringRef Name, SourceLocation Loc) {
    FunctionDecl *F = declare(Name);
    auto *Ref = DeclRefExpr::Create(Ctx, NestedNameSpecifierLoc(),
                                    SourceLocation(), F, false, Loc,
                                    F->getType(), VK_LValue);
    auto *Callee = ImplicitCastExpr::Create(
        Ctx, Ctx.getPointerType(F->getType()), CK_FunctionToPointerDecay, Ref,
        nullptr, VK_PRValue, FPOptionsOverride());
    return CallExpr::Create(Ctx, Callee, {}, Ctx.VoidTy, VK_PRValue, Loc,
                            FPOptionsOverride());
  }

  /// The runtime's function; the source need not include defer.h.
  FunctionDecl *declare(llvm::StringRef Name) {
    TranslationUnitDecl *Unit = Ctx.getTranslationUnitDecl();
    IdentifierInfo &Id = Ctx.Idents.get(Name);
    for (NamedDecl *D : Unit->lookup(&Id))
      if (auto *F = dyn_cast<FunctionDecl>(D))
        return F;
    FunctionProtoType::ExtProtoInfo Info;
    Info.ExtInfo = Info.ExtInfo.withNoReturn(true);
    QualType Type = Ctx.getFunctionType(Ctx.VoidTy, {}, Info);
    auto *F = FunctionDecl::Create(Ctx, Unit, SourceLocation(), SourceLocation(),
                                   &Id, Type, nullptr, SC_Extern);
    F->setImplicit();
    F->addAttr(AsmLabelAttr::CreateImplicit(Ctx, Name));
    Unit->addDecl(F);
    return F;
  }

  ASTContext &Ctx;
};

bool isOurs(ASTContext &Ctx, const Decl *D) {
  return !Ctx.getSourceManager().isInSystemHeader(D->getLocation());
}

} // namespace

void addFaultChecks(ASTContext &Ctx, FunctionDecl *F) {
  bool Explicit = F->isConstexprSpecified() && !isLambdaCallOperator(F);
  if (F->isDependentContext() || Explicit || !F->hasBody() || !isOurs(Ctx, F))
    return;
  FaultChecker(Ctx).walk(F->getBody());
}

void addFaultChecks(ASTContext &Ctx, CapturedDecl *Region) {
  FaultChecker(Ctx).walk(Region->getBody());
}

} // namespace deferc
