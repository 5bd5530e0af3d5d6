//===- OperandUses.cpp - What an operand does with a variable -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/OperandUses.h"

#include "Reach/Holding.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {
namespace {

bool isOfStd(const FunctionDecl *F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  return Method ? Method->getParent()->isInStdNamespace()
                : F->isInStdNamespace();
}

/// Whether \p F is a member function by which an object gives up what it owns,
/// as std::unique_ptr::release. Clang has no attribute for this, so the name
/// has to do.
bool givesUp(const FunctionDecl *F) {
  return isa<CXXMethodDecl>(F) && F->getIdentifier() &&
         F->getName() == "release";
}

/// A call or constructor that makes an object or a pointer from its arguments.
struct Making {
  const FunctionDecl *Maker; ///< Null when the function is not known.
  QualType Made;
};

class OperandVisitor {
public:
  OperandVisitor(const ValueDecl *V, const Expr *Deferred)
      : V(V), Deferred(Deferred) {}

  Use Most = Use::Read;

  /// Visits \p S, whose value or object is used as \p U says.
  void visit(const Stmt *S, Use U) {
    if (!S)
      return;
    const auto *E = dyn_cast<Expr>(S);
    if (!E)
      return visitChildren(S, Use::Kept);
    // A copy of a new object also refers to what that was made from.
    if (U == Use::Copied && (isa<MaterializeTemporaryExpr>(E) ||
                             (E->isPRValue() && E->getType()->isRecordType())))
      U = Use::Kept;

    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (Ref->getDecl() == V)
        Most = std::max(Most, U);
    } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      isLoad(Cast) ? visitSource(Cast->getSubExpr(), Cast->getType(), U)
                   : visit(Cast->getSubExpr(), U);
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      visitMember(Member, U);
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
      visit(Element->getBase(), U);
      visit(Element->getIdx(), Use::Read);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      visit(Unary->getSubExpr(), readsOperand(Unary) ? Use::Read : U);
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
      visitBinary(Binary, U);
    } else if (const auto *If = dyn_cast<AbstractConditionalOperator>(E)) {
      visit(If->getCond(), Use::Read);
      visit(If->getTrueExpr(), U);
      visit(If->getFalseExpr(), U);
    } else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(E)) {
      visit(Opaque->getSourceExpr(), U);
    } else if (const auto *Array = dyn_cast<ArrayInitLoopExpr>(E)) {
      visit(Array->getSubExpr(), U);
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
      for (const Expr *Init : Lambda->capture_inits())
        visit(Init, U);
    } else if (const auto *Block = dyn_cast<BlockExpr>(E)) {
      visitBlock(Block->getBlockDecl(), U);
    } else if (const auto *Temp = dyn_cast<CXXBindTemporaryExpr>(E)) {
      visit(Temp->getSubExpr(),
            usesReferenceAtEnd(Temp->getType()) ? Use::Kept : U);
    } else if (const auto *Make = dyn_cast<CXXConstructExpr>(E)) {
      visitConstruct(Make, U);
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      visitCall(Call, U);
    } else if (isa<UnaryExprOrTypeTraitExpr, AtomicExpr>(E) && E != Deferred) {
      visitChildren(E, Use::Read);
    } else {
      visitChildren(E, U);
    }
  }

private:
  void visitChildren(const Stmt *S, Use U) {
    for (const Stmt *Child : S->children())
      visit(Child, U);
  }

  static bool isLoad(const CastExpr *Cast) {
    return Cast->getCastKind() == CK_LValueToRValue ||
           Cast->getCastKind() == CK_LValueToRValueBitCast;
  }

  /// Whether the result is a number that does not refer to the operand.
  static bool readsOperand(const UnaryOperator *E) {
    return E->getOpcode() == UO_LNot ||
           (E->isIncrementDecrementOp() && E->isPRValue());
  }

  /// A member that is a reference denotes an object outside of this one.
  void visitMember(const MemberExpr *E, Use U) {
    if (E->getMemberDecl()->getType()->isReferenceType())
      U = std::min(U, Use::Copied);
    visit(E->getBase(), U);
  }

  void visitBinary(const BinaryOperator *E, Use U) {
    if (E->isComparisonOp() || E->isLogicalOp())
      return visitChildren(E, Use::Read);
    bool DropsLeft =
        E->getOpcode() == BO_Comma || (E->isAssignmentOp() && E->isPRValue());
    visit(E->getLHS(), DropsLeft ? Use::Read : U);
    visit(E->getRHS(), U);
  }

  void visitBlock(const BlockDecl *Block, Use U) {
    for (const BlockDecl::Capture &C : Block->captures())
      if (C.getVariable() == V)
        Most = std::max(Most, U);
  }

  void visitConstruct(const CXXConstructExpr *E, Use U) {
    Making M = {E->getConstructor(), E->getType()};
    for (unsigned I = 0, N = E->getNumArgs(); I != N; ++I) {
      const Expr *Arg = E->getArg(I);
      if (I == 0 && E->getConstructor()->isCopyOrMoveConstructor())
        visitSource(Arg, M.Made, U);
      else
        visit(Arg, useInMaking(M, Arg, parameter(M.Maker, I), U));
    }
  }

  /// Visits \p E, which is copied to a value of type \p T. A pointer in a
  /// variable is not followed. A pointer in a temporary is, since it may point
  /// to what the temporary was made from.
  void visitSource(const Expr *E, QualType T, Use U) {
    Holding Held = holdingOf(T);
    if (Held >= Holding::Erased || (Held == Holding::Pointer && isTemporary(E)))
      visit(E, std::min(U, Use::Copied));
    else
      visit(E, Use::Read);
  }

  /// Whether \p E is a temporary or a part of one.
  static bool isTemporary(const Expr *E) {
    while (true) {
      E = E->IgnoreParenCasts();
      const auto *Member = dyn_cast<MemberExpr>(E);
      const auto *Call = dyn_cast<CallExpr>(E);
      const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
      if (Member && !Member->isArrow())
        E = Member->getBase();
      else if (F && givesBackArgument(F))
        E = Call->getArg(0);
      else
        return E->isPRValue();
    }
  }

  /// A call that returns a reference may return any of its arguments.
  void visitCall(const CallExpr *E, Use U) {
    if (E == Deferred || !E->isPRValue())
      return visitChildren(E, U);
    Making M = {E->getDirectCallee(), E->getType()};
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(M.Maker);
    bool HasReceiver = Method && Method->isImplicitObjectMemberFunction();
    if (const auto *Callee =
            dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens());
        Callee && HasReceiver)
      visit(Callee->getBase(), useOfReceiver(M, Method, Callee->getBase(), U));
    else
      visit(E->getCallee(),
            std::min(U, useInMaking(M, E->getCallee(), nullptr, U)));
    bool First = HasReceiver && isa<CXXOperatorCallExpr>(E);
    for (unsigned I = 0, N = E->getNumArgs(); I != N; ++I) {
      const Expr *Arg = E->getArg(I);
      if (First && I == 0)
        visit(Arg, useOfReceiver(M, Method, Arg, U));
      else
        visit(Arg, useInMaking(M, Arg, parameter(M.Maker, I - First), U));
    }
  }

  static const ParmVarDecl *parameter(const FunctionDecl *F, unsigned I) {
    return F && I < F->getNumParams() ? F->getParamDecl(I) : nullptr;
  }

  Use useOfReceiver(const Making &M, const CXXMethodDecl *Method,
                    const Expr *Receiver, Use U) const {
    return useInMaking(M, Receiver, nullptr, U,
                       Method->getRefQualifier() == RQ_RValue);
  }

  /// How a result of \p M, which is used as \p U, leads to the argument \p Arg.
  Use useInMaking(const Making &M, const Expr *Arg,
                  const ParmVarDecl *Parameter, Use U,
                  bool IsMoved = false) const {
    Holding Held = holdingOf(M.Made);
    if (U == Use::Read || Held == Holding::Nothing ||
        (M.Maker && givesUp(M.Maker)))
      return Use::Read;
    Use Most = M.Made->isRecordType() ? Use::Kept : U;
    if (Arg->isPRValue() ||
        (Parameter && Parameter->hasAttr<LifetimeBoundAttr>()))
      return Most;
    bool OfStd = M.Maker && isOfStd(M.Maker);
    if (OfStd && stores(M.Made, Arg->getType()))
      return Use::Copied;
    // An object with a destructor owns what is moved into it.
    IsMoved |= Parameter && Parameter->getType()->isRValueReferenceType();
    IsMoved &= M.Made.isDestructedType() != QualType::DK_none;
    bool Copies = Held == Holding::Derived ||
                  (Held == Holding::Erased && OfStd) ||
                  (Held != Holding::Reference && IsMoved);
    return M.Made->isRecordType() && Copies ? Use::Copied : Most;
  }

  const ValueDecl *V;
  const Expr *Deferred;
};

} // namespace

Use useOf(const ValueDecl *V, const Expr *Operand, const Expr *Deferred) {
  OperandVisitor Visitor(V, Deferred);
  Visitor.visit(Operand, Use::Kept);
  return Visitor.Most;
}

} // namespace deferc
