//===- AstBuilder.cpp - Syntax trees for the frontend's calls -------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Build/AstBuilder.h"

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"

using namespace clang;

namespace deferc {

FunctionDecl *AstBuilder::find(llvm::StringRef Name) const {
  for (NamedDecl *D :
       Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Name)))
    if (auto *F = dyn_cast<FunctionDecl>(D))
      return F;
  return nullptr;
}

FunctionDecl *AstBuilder::declareFunction(llvm::StringRef Name,
                                          bool NoReturn) const {
  if (FunctionDecl *Known = find(Name))
    return Known;
  TranslationUnitDecl *Unit = Ctx.getTranslationUnitDecl();
  FunctionProtoType::ExtProtoInfo Info;
  Info.ExtInfo = Info.ExtInfo.withNoReturn(NoReturn);
  auto *F = FunctionDecl::Create(
      Ctx, Unit, SourceLocation(), SourceLocation(), &Ctx.Idents.get(Name),
      Ctx.getFunctionType(Ctx.VoidTy, {}, Info), nullptr, SC_Extern);
  F->setImplicit();
  F->addAttr(AsmLabelAttr::CreateImplicit(Ctx, Name));
  if (NoReturn) // Each call keeps its own line in a trace.
    F->addAttr(NoMergeAttr::CreateImplicit(Ctx));
  Unit->addDecl(F);
  return F;
}

Expr *AstBuilder::integer(uint64_t Value, QualType Type,
                          SourceLocation Loc) const {
  return IntegerLiteral::Create(Ctx, llvm::APInt(Ctx.getTypeSize(Type), Value),
                                Type, Loc);
}

Expr *AstBuilder::function(llvm::StringRef Name, SourceLocation Loc) const {
  FunctionDecl *F = find(Name);
  assert(F && "defer.h, or declareFunction(), has declared it");
  return function(F, Loc);
}

Expr *AstBuilder::function(FunctionDecl *F, SourceLocation Loc) const {
  QualType Type = F->getType();
  auto *Ref =
      DeclRefExpr::Create(Ctx, NestedNameSpecifierLoc(), SourceLocation(), F,
                          false, Loc, Type, VK_LValue);
  return ImplicitCastExpr::Create(Ctx, Ctx.getPointerType(Type),
                                  CK_FunctionToPointerDecay, Ref, nullptr,
                                  VK_PRValue, FPOptionsOverride());
}

Expr *AstBuilder::call(llvm::StringRef Name, llvm::ArrayRef<Expr *> Args,
                       SourceLocation Loc) const {
  FunctionDecl *F = find(Name);
  assert(F && "defer.h, or declareFunction(), has declared it");
  return call(F, Args, Loc);
}

Expr *AstBuilder::call(FunctionDecl *F, llvm::ArrayRef<Expr *> Args,
                       SourceLocation Loc) const {
  return CallExpr::Create(Ctx, function(F, Loc), Args, F->getReturnType(),
                          VK_PRValue, Loc, FPOptionsOverride());
}

Expr *AstBuilder::lvalue(VarDecl *V, SourceLocation Loc) const {
  V->setReferenced();
  V->setIsUsed();
  return DeclRefExpr::Create(Ctx, NestedNameSpecifierLoc(), SourceLocation(), V,
                             false, Loc, V->getType().getNonReferenceType(),
                             VK_LValue);
}

Expr *AstBuilder::rvalue(VarDecl *V, SourceLocation Loc) const {
  return ImplicitCastExpr::Create(Ctx, V->getType().getUnqualifiedType(),
                                  CK_LValueToRValue, lvalue(V, Loc), nullptr,
                                  VK_PRValue, FPOptionsOverride());
}

Expr *AstBuilder::assign(VarDecl *V, Expr *Value, SourceLocation Loc) const {
  bool IsLValue = Ctx.getLangOpts().CPlusPlus;
  return BinaryOperator::Create(
      Ctx, lvalue(V, Loc), Value, BO_Assign, V->getType().getUnqualifiedType(),
      IsLValue ? VK_LValue : VK_PRValue, OK_Ordinary, Loc, FPOptionsOverride());
}

Expr *AstBuilder::addressOf(VarDecl *V, SourceLocation Loc) const {
  if (!V)
    return ImplicitCastExpr::Create(Ctx, Ctx.VoidPtrTy, CK_NullToPointer,
                                    intArg(0, Loc), nullptr, VK_PRValue,
                                    FPOptionsOverride());
  return ImplicitCastExpr::Create(Ctx, Ctx.VoidPtrTy, CK_BitCast,
                                  addressOf(lvalue(V, Loc), Loc), nullptr,
                                  VK_PRValue, FPOptionsOverride());
}

Expr *AstBuilder::addressOf(Expr *E, SourceLocation Loc) const {
  return UnaryOperator::Create(Ctx, E, UO_AddrOf,
                               Ctx.getPointerType(E->getType()), VK_PRValue,
                               OK_Ordinary, Loc,
                               /*CanOverflow=*/false, FPOptionsOverride());
}

Expr *AstBuilder::object(Expr *Pointer, SourceLocation Loc) const {
  return UnaryOperator::Create(
      Ctx, Pointer, UO_Deref, Pointer->getType()->getPointeeType(), VK_LValue,
      OK_Ordinary, Loc, /*CanOverflow=*/false, FPOptionsOverride());
}

Expr *AstBuilder::comma(Expr *First, Expr *Second, SourceLocation Loc) const {
  return BinaryOperator::Create(Ctx, First, Second, BO_Comma, Second->getType(),
                                Second->getValueKind(), OK_Ordinary, Loc,
                                FPOptionsOverride());
}

VarDecl *AstBuilder::variable(DeclContext *Owner, llvm::StringRef Name,
                              QualType Type, SourceLocation Loc) const {
  auto *V = VarDecl::Create(Ctx, Owner, Loc, Loc, &Ctx.Idents.get(Name), Type,
                            Ctx.getTrivialTypeSourceInfo(Type, Loc), SC_None);
  V->setImplicit();
  V->addAttr(NoDebugAttr::CreateImplicit(Ctx));
  // -ftrivial-auto-var-init leaves it alone: it may stand for the result.
  V->addAttr(UninitializedAttr::CreateImplicit(Ctx));
  V->setReferenced();
  V->setIsUsed();
  Owner->addHiddenDecl(V);
  return V;
}

Stmt *AstBuilder::declare(VarDecl *V) const {
  return new (Ctx)
      DeclStmt(DeclGroupRef(V), V->getLocation(), V->getLocation());
}

CompoundStmt *AstBuilder::block(llvm::ArrayRef<Stmt *> Body,
                                SourceLocation Loc) const {
  return CompoundStmt::Create(Ctx, Body, FPOptionsOverride(), Loc, Loc);
}

CompoundStmt *AstBuilder::blockLike(const CompoundStmt *Like,
                                    llvm::ArrayRef<Stmt *> Body) const {
  FPOptionsOverride FP = Like->hasStoredFPFeatures()
                             ? Like->getStoredFPFeatures()
                             : FPOptionsOverride();
  return CompoundStmt::Create(Ctx, Body, FP, Like->getLBracLoc(),
                              Like->getRBracLoc());
}

Stmt *AstBuilder::ifThen(Expr *Cond, Stmt *Then, SourceLocation Loc) const {
  return IfStmt::Create(Ctx, Loc, IfStatementKind::Ordinary, nullptr, nullptr,
                        Cond, Loc, Loc, Then);
}

} // namespace deferc
