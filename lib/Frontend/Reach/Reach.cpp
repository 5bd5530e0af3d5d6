//===- Reach.cpp - What a deferred call can reach -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/Reach.h"

#include "Reach/Holding.h"
#include "Reach/OperandUses.h"
#include "Reach/Temporaries.h"

#include "Messages/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

#include <set>

using namespace clang;

namespace deferc {
namespace {

/// A step on the way from the closure to a variable.
struct Way {
  const NamedDecl *Name; ///< The last name on it that the source has.
  SourceLocation Use;
  unsigned Capture;
  /// The address is used; else an object is copied, and only what its
  /// references are bound to is reached.
  bool Address;
  /// Else the result of a call may depend on the variable, or may not.
  bool Sure;

  Way copied() const { return {Name, Use, Capture, false, Sure}; }
  Way bound() const { return {Name, Use, Capture, true, Sure}; }
  Way maybe() const { return {Name, Use, Capture, Address, false}; }
};

bool isLambda(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->isLambda();
}

bool isInitializerList(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->isInStdNamespace() && Record->getIdentifier() &&
         Record->getName() == "initializer_list";
}

bool isReceiverBound(const FunctionDecl *F) {
  if (!F->getTypeSourceInfo())
    return false;
  TypeLoc Loc = F->getTypeSourceInfo()->getTypeLoc();
  while (auto Attributed = Loc.getAsAdjusted<AttributedTypeLoc>()) {
    if (Attributed.getAttrAs<LifetimeBoundAttr>())
      return true;
    Loc = Attributed.getModifiedLoc();
  }
  return false;
}

class ReachedVars {
public:
  ReachedVars(CompilerInstance &CI, BodyScan &Scan, DeclContext *Owner,
              const DeferStmt &Defer)
      : CI(CI), Ctx(CI.getASTContext()), Scan(Scan), Defer(Defer),
        Temps(Ctx, Scan, Owner) {}

  llvm::SmallVector<ReachedVar, 4> List;

  void addCapture(const ValueDecl *D, const Way &From) {
    Captured = D;
    follow(D, From);
  }

private:
  //===--------------------------------------------------------------------===//
  // Variables
  //===--------------------------------------------------------------------===//

  void follow(const ValueDecl *D, Way From) {
    if (const auto *B = dyn_cast<BindingDecl>(D))
      return followBinding(B, From);
    auto *V = const_cast<VarDecl *>(dyn_cast<VarDecl>(D));
    if (!V || !Scan.endsBefore(V, Defer))
      return;
    if (!V->isImplicit() && V->getIdentifier())
      From.Name = V;
    if (!Visited.insert({V, From.Address, From.Sure}).second)
      return;
    if (V->getType()->isReferenceType())
      return followReference(V, From);
    if (From.Address)
      keep(V, From);
    if (V->getInit() && CI.getLangOpts().CPlusPlus)
      followValue(V->getInit(), From.bound());
  }

  void followBinding(const BindingDecl *B, Way From) {
    const auto *Object = dyn_cast_or_null<VarDecl>(B->getDecomposedDecl());
    if (!Object || !Scan.endsBefore(Object, Defer))
      return;
    From.Name = B;
    // An element of a tuple: a reference to a part of the object, or to what a
    // call made of it.
    const VarDecl *Element = B->getHoldingVar();
    if (Element && Element->getInit() && isTemporary(Element->getInit()))
      return followObject(Element->getInit(), From);
    follow(Object, From);
  }

  void followReference(const VarDecl *V, const Way &From) {
    if (V->isExceptionVariable()) {
      if (From.Address && From.Sure)
        error(Diag::CaptureException, V, From);
      return;
    }
    const Expr *Init = V->getInit();
    if (!Init)
      return;
    const VarDecl *Range = Scan.Ranges.lookup(V);
    if (!Range || isTemporary(Init))
      return followObject(Init, From);
    // The elements of a list are not in it, but in the array behind it.
    if (isInitializerList(Range->getType()))
      follow(Range, From.copied());
    else if (!isKnownAs<PointerAttr>(Range->getType()))
      follow(Range, From);
  }

  void keep(VarDecl *V, const Way &From) {
    const NamedDecl *Name =
        V->isImplicit() || !V->getIdentifier() ? From.Name : V;
    if (!checkKeepable(V, Name, From))
      return;
    for (const ReachedVar &Other : List)
      if (Other.V == V)
        return;
    List.push_back({V, Name, From.Capture, V == Captured});
  }

  /// Reports \p V when it cannot live until the deferred call.
  bool checkKeepable(const VarDecl *V, const NamedDecl *Name, const Way &From) {
    LocalVar Place = Scan.Locals.lookup(V);
    Diag Id;
    if (V->getType().isDestructedType() != QualType::DK_none ||
        V->hasAttr<CleanupAttr>())
      Id = Diag::CaptureWithDestructor;
    else if (Ctx.getAsVariableArrayType(V->getType()))
      Id = Diag::CaptureVLA;
    else if (Place.Bypassed)
      Id = Diag::CaptureBypassed;
    else
      return true;
    if (From.Sure)
      error(Place.Outermost ? Diag::CaptureJumpedBackOver : Id, Name, From);
    return false;
  }

  void error(Diag Id, const NamedDecl *D, const Way &From) {
    if (!Reported.insert({Id, D}).second)
      return;
    report(CI.getDiagnostics(), From.Use, Id) << D;
    report(CI.getDiagnostics(), D->getLocation(), Diag::CaptureDeclaredHere)
        << D;
  }

  //===--------------------------------------------------------------------===//
  // Expressions
  //===--------------------------------------------------------------------===//

  static const Expr *strip(const Expr *E) {
    while (true) {
      E = E->IgnoreParens();
      if (const auto *Full = dyn_cast<FullExpr>(E))
        E = Full->getSubExpr();
      else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
        E = Bind->getSubExpr();
      else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(E);
               Opaque && Opaque->getSourceExpr())
        E = Opaque->getSourceExpr();
      else if (const auto *Constant = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
        E = Constant->getReplacement();
      else
        return E;
    }
  }

  static bool isTemporary(const Expr *E) {
    return isa<MaterializeTemporaryExpr>(
        strip(E)->skipRValueSubobjectAdjustments());
  }

  /// What \p E, which denotes an object or a part of one, denotes.
  void followObject(const Expr *E, const Way &From) {
    E = strip(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      follow(Ref->getDecl(), From);
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      if (isa<FieldDecl>(Member->getMemberDecl()))
        Member->isArrow() ? followPointer(Member->getBase(), From)
                          : followObject(Member->getBase(), From);
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
      followPointer(Element->getBase(), From);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      Unary->getOpcode() == UO_Deref ? followPointer(Unary->getSubExpr(), From)
                                     : followObject(Unary->getSubExpr(), From);
    } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      followObject(Cast->getSubExpr(), From);
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
      if (Binary->getOpcode() == BO_Comma)
        followObject(Binary->getRHS(), From);
      else if (Binary->getOpcode() == BO_PtrMemI)
        followPointer(Binary->getLHS(), From);
      else
        followObject(Binary->getLHS(), From);
    } else if (const auto *If = dyn_cast<AbstractConditionalOperator>(E)) {
      followObject(If->getTrueExpr(), From);
      followObject(If->getFalseExpr(), From);
    } else if (const auto *Temp = dyn_cast<MaterializeTemporaryExpr>(E)) {
      followTemporary(Temp, From);
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      followCall(Call, From);
    }
  }

  /// What \p E points to, where it does not read a pointer.
  void followPointer(const Expr *E, const Way &From) {
    E = strip(E);
    if (E->isGLValue())
      return;
    if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      if (Cast->getCastKind() == CK_ArrayToPointerDecay)
        followObject(Cast->getSubExpr(), From);
      else
        followPointer(Cast->getSubExpr(), From);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_AddrOf)
        followObject(Unary->getSubExpr(), From);
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
      if (Binary->getOpcode() == BO_Add || Binary->getOpcode() == BO_Sub)
        followPointer(Binary->getLHS(), From);
      if (Binary->getOpcode() == BO_Add || Binary->getOpcode() == BO_Comma)
        followPointer(Binary->getRHS(), From);
    } else if (const auto *If = dyn_cast<AbstractConditionalOperator>(E)) {
      followPointer(If->getTrueExpr(), From);
      followPointer(If->getFalseExpr(), From);
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      followCall(Call, From);
    }
  }

  void followCall(const CallExpr *Call, const Way &From) {
    const FunctionDecl *F = Call->getDirectCallee();
    unsigned First = 0;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      const Expr *Receiver = Member->getImplicitObjectArgument();
      followReceiver(Call, F, Receiver, From);
    } else if (isa<CXXOperatorCallExpr>(Call) &&
               isa_and_nonnull<CXXMethodDecl>(F) &&
               cast<CXXMethodDecl>(F)->isImplicitObjectMemberFunction()) {
      followReceiver(Call, F, Call->getArg(0), From);
      First = 1;
    }
    for (unsigned I = First; I < Call->getNumArgs(); ++I) {
      const Expr *Arg = Call->getArg(I);
      const ParmVarDecl *Parameter = F && I - First < F->getNumParams()
                                         ? F->getParamDecl(I - First)
                                         : nullptr;
      if (!Arg->isGLValue())
        continue;
      if (F && (givesBackArgument(F) ||
                (Parameter && Parameter->hasAttr<LifetimeBoundAttr>())))
        followObject(Arg, From);
      else if (mayGiveBack(Call, Arg))
        followObject(Arg, From.maybe());
    }
  }

  void followReceiver(const CallExpr *Call, const FunctionDecl *F,
                      const Expr *Receiver, const Way &From) {
    if (!Receiver)
      return;
    QualType Type = Receiver->getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    bool Sure = isKnownAs<OwnerAttr>(Type) || (F && isReceiverBound(F));
    if (!Sure && isKnownAs<PointerAttr>(Type))
      return;
    if (Receiver->isGLValue())
      followObject(Receiver, Sure ? From : From.maybe());
    else
      followPointer(Receiver, Sure ? From : From.maybe());
  }

  /// Whether the result of \p Call may be \p Arg or a part of it.
  bool mayGiveBack(const CallExpr *Call, const Expr *Arg) const {
    QualType Result = Call->getType();
    if (Result->isPointerType())
      Result = Result->getPointeeType();
    if (isLambda(Arg->getType()) || isKnownAs<PointerAttr>(Arg->getType()))
      return Ctx.hasSameUnqualifiedType(Result, Arg->getType());
    return Arg->getType()->isRecordType() || Arg->getType()->isArrayType() ||
           Ctx.hasSameUnqualifiedType(Result, Arg->getType());
  }

  void followTemporary(const MaterializeTemporaryExpr *Temp, const Way &From) {
    auto *Extending = const_cast<VarDecl *>(
        dyn_cast_or_null<VarDecl>(Temp->getExtendingDecl()));
    if (!Extending || Temp->getStorageDuration() != SD_Automatic)
      return;
    followValue(Temp->getSubExpr(), From.bound());
    if (!From.Address)
      return;
    if (Temp->getType().isDestructedType() != QualType::DK_none) {
      if (From.Sure)
        error(Diag::CaptureWithDestructor, From.Name, From);
      return;
    }
    if (VarDecl *V = Temps.makeVariable(Temp, Extending))
      keep(V, From);
    else if (From.Sure)
      error(Diag::CaptureTemporary, From.Name, From);
  }

  /// What the references in the object that \p E makes are bound to.
  void followValue(const Expr *E, const Way &From) {
    E = strip(E);
    if (!E->getType()->isRecordType() && !E->getType()->isArrayType())
      return;
    if (const auto *L = dyn_cast<LambdaExpr>(E)) {
      auto Init = L->capture_init_begin();
      for (const LambdaCapture &C : L->captures()) {
        if (*Init && C.capturesVariable())
          followPart(*Init, C.getCaptureKind() == LCK_ByRef, From);
        ++Init;
      }
    } else if (const auto *Make = dyn_cast<CXXConstructExpr>(E)) {
      if (Make->getNumArgs() &&
          (Make->getConstructor()->isCopyOrMoveConstructor() ||
           isLambda(Make->getArg(0)->getType())))
        followCopy(Make->getArg(0), From);
    } else if (isa<InitListExpr, CXXParenListInitExpr>(E)) {
      for (const Stmt *Child : E->children())
        if (const auto *Part = dyn_cast_or_null<Expr>(Child))
          followPart(Part, Part->isGLValue(), From);
    } else if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E)) {
      followObject(List->getSubExpr(), From);
    } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      followCopy(Cast->getSubExpr(), From);
    } else if (const auto *If = dyn_cast<AbstractConditionalOperator>(E)) {
      followCopy(If->getTrueExpr(), From);
      followCopy(If->getFalseExpr(), From);
    }
  }

  void followPart(const Expr *E, bool IsReference, const Way &From) {
    IsReference ? followObject(E, From) : followCopy(E, From);
  }

  void followCopy(const Expr *E, const Way &From) {
    E = strip(E);
    if (const auto *Temp = dyn_cast<MaterializeTemporaryExpr>(E))
      followValue(Temp->getSubExpr(), From);
    else if (E->isGLValue())
      followObject(E, From.copied());
    else
      followValue(E, From);
  }

  CompilerInstance &CI;
  ASTContext &Ctx;
  BodyScan &Scan;
  const DeferStmt &Defer;
  Temporaries Temps;
  const ValueDecl *Captured = nullptr;
  std::set<std::tuple<const VarDecl *, bool, bool>> Visited;
  std::set<std::pair<Diag, const NamedDecl *>> Reported;
};

} // namespace

llvm::SmallVector<ReachedVar, 4> reachedVars(CompilerInstance &CI,
                                             BodyScan &Scan, DeclContext *Owner,
                                             const DeferStmt &D,
                                             OperandForm Form) {
  ReachedVars Vars(CI, Scan, Owner, D);
  auto add = [&](const ValueDecl *Captured, SourceLocation Loc,
                 unsigned Index) {
    Way From = {Captured, Loc, Index, /*Address=*/true, /*Sure=*/true};
    if (Form != OperandForm::Block) {
      auto *E = cast<Expr>(D.operand());
      Use Of = useOf(Captured, E, operandCore(E));
      if (Of == Use::Read)
        return;
      From.Address = Of == Use::Kept;
    }
    Vars.addCapture(Captured, From);
  };
  unsigned Index = 0;
  if (D.Lambda) {
    for (const LambdaCapture &C : D.Lambda->captures()) {
      if (C.capturesVariable())
        add(C.getCapturedVar(), C.getLocation(), Index);
      ++Index;
    }
  } else if (D.Region) {
    for (const CapturedStmt::Capture &C : D.Region->captures()) {
      if (C.capturesVariable() || C.capturesVariableByCopy())
        add(C.getCapturedVar(), C.getLocation(), Index);
      ++Index;
    }
  }
  return std::move(Vars.List);
}

} // namespace deferc
