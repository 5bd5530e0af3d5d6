//===- FaultWalk.cpp - The expressions of a body that may fault -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults/FaultWalk.h"

#include "Scan/Checks.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace deferc {

/// Whether \p S evaluates none of its children, or they are another owner's.
static bool isUnevaluated(const Stmt *S) {
  if (const auto *Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(S))
    // The children of a type are the sizes of a variable length array.
    return !Trait->isArgumentType();
  return isa<CXXNoexceptExpr, CXXTypeidExpr, OffsetOfExpr, ConstantExpr,
             OpaqueValueExpr, CapturedStmt, BlockExpr, PseudoObjectExpr>(S);
}

/// Whether \p Child initialises a static variable of C or a constexpr one, and
/// so must stay a constant.
bool FaultWalk::isConstantInit(const Stmt *S, const Stmt *Child) const {
  const auto *Declares = dyn_cast<DeclStmt>(S);
  return Declares && llvm::any_of(Declares->decls(), [&](const Decl *D) {
           const auto *V = dyn_cast<VarDecl>(D);
           return V && V->getInit() == Child &&
                  (V->isConstexpr() ||
                   (V->isStaticLocal() && !Ctx.getLangOpts().CPlusPlus));
         });
}

/// `e` of `*&e`, which is `e` itself.
static Expr *behindAddress(Stmt *S) {
  auto *Deref = dyn_cast<UnaryOperator>(S);
  if (!Deref || Deref->getOpcode() != UO_Deref)
    return nullptr;
  auto *Address = dyn_cast<UnaryOperator>(Deref->getSubExpr()->IgnoreParens());
  return Address && isAddressOf(Address) ? Address->getSubExpr() : nullptr;
}

/// `e` of `&e` and `std::addressof(e)`.
static Expr *addressOperand(Stmt *S) {
  if (isAddressOf(S))
    return cast<UnaryOperator>(S)->getSubExpr();
  auto *Call = dyn_cast<CallExpr>(S);
  switch (Call ? Call->getBuiltinCallee() : 0) {
  case Builtin::BI__builtin_addressof:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
    return Call->getArg(0);
  default:
    return nullptr;
  }
}

/// Whether `p->m` reads what p points to. A base class that does not begin
/// where the object begins counts: from a null p, Clang would compute a pointer
/// that is not null.
static bool follows(const MemberExpr &E) {
  const auto *Method = dyn_cast<CXXMethodDecl>(E.getMemberDecl());
  if (!Method)
    return isa<FieldDecl>(E.getMemberDecl());
  const auto *Cast = dyn_cast<ImplicitCastExpr>(E.getBase()->IgnoreParens());
  return Method->isVirtual() ||
         (Cast && !Method->isStatic() &&
          Cast->getCastKind() == CK_UncheckedDerivedToBase);
}

/// What each call without the argument, or each constructor, evaluates.
void FaultWalk::walkShared(Expr *Default) {
  if (Shared.insert(Default).second)
    walk(Default);
}

/// Walks \p E, whose address is taken. `&p->x`, `&p->a[i]` and `&*p` only
/// compute an address and read nothing, so p is not guarded.
void FaultWalk::walkPlace(Expr *E) {
  E = E->IgnoreParens();
  if (auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->getMemberDecl()->getType()->isReferenceType())
      return walk(E);
    return Member->isArrow() ? walk(Member->getBase())
                             : walkPlace(Member->getBase());
  }
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    walk(Subscript->getIdx());
    auto *Decay =
        dyn_cast<ImplicitCastExpr>(Subscript->getBase()->IgnoreParens());
    return Decay && Decay->getCastKind() == CK_ArrayToPointerDecay
               ? walkPlace(Decay->getSubExpr())
               : walk(Subscript->getBase());
  }
  if (auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    walk(Choice->getCond());
    walkPlace(Choice->getTrueExpr());
    return walkPlace(Choice->getFalseExpr());
  }
  if (auto *Cast = dyn_cast<CastExpr>(E);
      Cast && Cast->isGLValue() && Cast->getSubExpr()->isGLValue())
    return walkPlace(Cast->getSubExpr());
  if (auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->getOpcode() == BO_Comma) {
    walk(Binary->getLHS());
    return walkPlace(Binary->getRHS());
  }
  auto *Unary = dyn_cast<UnaryOperator>(E);
  bool OnlyComputes =
      (Unary && Unary->getOpcode() == UO_Deref) ||
      (isa<BinaryOperator>(E) && cast<BinaryOperator>(E)->isPtrMemOp());
  if (!OnlyComputes)
    return walk(E);
  for (Stmt *Child : E->children())
    walk(Child);
}

void FaultWalk::checkBinary(BinaryOperator &E) {
  switch (E.getOpcode()) {
  case BO_Div:
  case BO_Rem:
  case BO_DivAssign:
  case BO_RemAssign: {
    Expr *Divisor = E.getRHS();
    Expr::EvalResult Known;
    if (!Divisor->getType()->isIntegralOrEnumerationType() ||
        (Divisor->EvaluateAsInt(Known, Ctx) && Known.Val.getInt() != 0))
      return;
    return E.setRHS(Guard.guardDivisor(Divisor));
  }
  case BO_PtrMemI:
    E.setLHS(Guard.guardPointer(E.getLHS()));
    [[fallthrough]];
  case BO_PtrMemD:
    if (!isAddressOf(E.getRHS()->IgnoreParenImpCasts()))
      E.setRHS(Guard.guardMember(E.getRHS()));
    return;
  default:
    return;
  }
}

void FaultWalk::check(Expr *E) {
  if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref && !Guard.isCallee(Unary))
      Unary->setSubExpr(Guard.guardPointer(Unary->getSubExpr()));
  } else if (auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->isArrow() && follows(*Member))
      Member->setBase(Guard.guardPointer(Member->getBase()));
  } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    Subscript->setLHS(Guard.guardPointer(Subscript->getLHS()));
    Subscript->setRHS(Guard.guardPointer(Subscript->getRHS()));
  } else if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
    checkBinary(*Binary);
  } else if (auto *Atomic = dyn_cast<AtomicExpr>(E)) {
    Expr *&Pointer = Atomic->getSubExprs()[0];
    Pointer = Guard.guardPointer(Pointer);
  } else if (auto *Call = dyn_cast<CallExpr>(E)) {
    if (Call->getCallee()->getType()->isFunctionPointerType())
      Call->setCallee(Guard.guardCallee(Call->getCallee(), Call != Deferred));
  }
}

void FaultWalk::walk(Stmt *S) {
  if (!S)
    return;
  if (auto *Lambda = dyn_cast<LambdaExpr>(S)) { // The body is another owner.
    for (Expr *Init : Lambda->capture_inits())
      walk(Init);
    return;
  }
  if (auto *Loop = dyn_cast<ArrayInitLoopExpr>(S))
    return walk(Loop->getCommonExpr()->getSourceExpr());
  if (auto *Default = dyn_cast<CXXDefaultArgExpr>(S))
    return walkShared(Default->getExpr());
  if (auto *Default = dyn_cast<CXXDefaultInitExpr>(S))
    return walkShared(Default->getExpr());
  if (isUnevaluated(S))
    return;
  if (Expr *Same = behindAddress(S))
    return walk(Same);
  if (Expr *Place = addressOperand(S))
    return walkPlace(Place);
  if (auto *E = dyn_cast<Expr>(S))
    check(E);
  for (Stmt *Child : S->children())
    if (!isConstantInit(S, Child))
      walk(Child);
}

void FaultWalk::walkBody(Stmt *Body) {
  // The callee of a deferred call needs no guard: when it is null, the call
  // panics once it runs.
  auto *Block = dyn_cast_or_null<CompoundStmt>(Body);
  if (isDeferClosure(Block) && Block->size() == 2)
    if (auto *Operand = dyn_cast_or_null<Expr>(Block->body_begin()[1]))
      Deferred = dyn_cast<CallExpr>(operandCore(Operand));
  walk(Body);
}

} // namespace deferc
