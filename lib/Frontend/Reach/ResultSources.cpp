//===- ResultSources.cpp - What the result of a call may refer to ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/ResultSources.h"

#include "Reach/Holding.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace deferc {
namespace {

/// Whether \p F, a member function, has a lifetimebound attribute for its
/// object.
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

/// Whether the result of \p Call may be \p Arg or a part of it.
bool mayGiveBack(const ASTContext &Ctx, const CallExpr *Call, const Expr *Arg) {
  QualType Result = Call->getType();
  if (Result->isPointerType())
    Result = Result->getPointeeType();
  if (isLambda(Arg->getType()) || isKnownAs<PointerAttr>(Arg->getType()))
    return Ctx.hasSameUnqualifiedType(Result, Arg->getType());
  return Arg->getType()->isRecordType() || Arg->getType()->isArrayType() ||
         Ctx.hasSameUnqualifiedType(Result, Arg->getType());
}

class Lister {
public:
  Lister(const ASTContext &Ctx, const CallExpr *Call)
      : Ctx(Ctx), Call(Call), F(Call->getDirectCallee()) {}

  llvm::SmallVector<ResultSource, 4> List;

  void addReceiver(const Expr *Receiver) {
    if (!Receiver)
      return;
    QualType Type = Receiver->getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    bool Sure = isKnownAs<OwnerAttr>(Type) || (F && isReceiverBound(F));
    if (Sure || !isKnownAs<PointerAttr>(Type))
      List.push_back({Receiver, Sure});
  }

  /// Adds the arguments from \p First on. The one there belongs to the first
  /// parameter.
  void addArguments(unsigned First) {
    for (unsigned I = First; I < Call->getNumArgs(); ++I) {
      const Expr *Arg = Call->getArg(I);
      if (!Arg->isGLValue())
        continue;
      if (F && (givesBackArgument(F) || isParameterBound(I - First)))
        List.push_back({Arg, true});
      else if (mayGiveBack(Ctx, Call, Arg))
        List.push_back({Arg, false});
    }
  }

private:
  bool isParameterBound(unsigned I) const {
    return I < F->getNumParams() &&
           F->getParamDecl(I)->hasAttr<LifetimeBoundAttr>();
  }

  const ASTContext &Ctx;
  const CallExpr *Call;
  const FunctionDecl *F;
};

} // namespace

llvm::SmallVector<ResultSource, 4> resultSources(const ASTContext &Ctx,
                                                 const CallExpr *Call) {
  Lister Sources(Ctx, Call);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    Sources.addReceiver(Member->getImplicitObjectArgument());
    Sources.addArguments(0);
  } else if (isa<CXXOperatorCallExpr>(Call) && Method &&
             Method->isImplicitObjectMemberFunction()) {
    Sources.addReceiver(Call->getArg(0));
    Sources.addArguments(1);
  } else {
    Sources.addArguments(0);
  }
  return Sources.List;
}

} // namespace deferc
