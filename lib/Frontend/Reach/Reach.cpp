//===- Reach.cpp - What a deferred call can reach -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/Reach.h"

#include "Reach/Holding.h"
#include "Reach/OperandUses.h"
#include "Reach/ResultSources.h"
#include "Reach/Temporaries.h"

#include "Messages/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

#include <set>

using namespace clang;

namespace deferc {
namespace {

/// How the closure leads to a variable.
struct Way {
  const NamedDecl *Name; ///< The last name on the way that the source has.
  SourceLocation Use;    ///< Where the closure uses the captured variable.
  unsigned Capture;      ///< Number of the capture that the way begins with.
  /// The address of the variable is used. When this is false, the variable is
  /// copied, and only what its references are bound to is reached.
  bool Address;
  /// Each call on the way is known to lead on. When this is false, the result
  /// of one may not depend on the variable.
  bool Sure;

  Way copied() const { return {Name, Use, Capture, false, Sure}; }
  Way bound() const { return {Name, Use, Capture, true, Sure}; }
  Way maybe() const { return {Name, Use, Capture, Address, false}; }
};

/// Clang has no attribute for std::initializer_list, a view of an array that
/// the list does not own, so the standard's name has to do.
bool isInitializerList(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->isInStdNamespace() && Record->getIdentifier() &&
         Record->getName() == "initializer_list";
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
    // The binding of an element of a tuple is a variable. It refers to a part
    // of the object, or to a temporary that get() has returned.
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
    // The elements of an initializer list are in an array that it refers to.
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

  /// Follows the object that \p E denotes, or denotes a part of.
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

  /// Follows the object that \p E points to, when \p E computes the address. A
  /// pointer that is read from memory is not followed.
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
    for (auto [Arg, Sure] : resultSources(Ctx, Call)) {
      Way Via = Sure ? From : From.maybe();
      Arg->isGLValue() ? followObject(Arg, Via) : followPointer(Arg, Via);
    }
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

  /// Follows what the references in the object that \p E makes are bound to.
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
