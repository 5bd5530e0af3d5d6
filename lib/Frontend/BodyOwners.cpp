//===- BodyOwners.cpp - Find every body that may defer --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements FrontendAction.h: the consumer that stands before code generation
/// and hands each body, as soon as it is complete, to the rewriter. A body
/// belongs to a function, a method, a lambda wherever it is written, or a C
/// closure. Template instantiations arrive as declarations of their own.
///
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/FrontendAction.h"

#include "Words/RedefinedWords.h"

#include "Faults/FaultChecks.h"
#include "Rewrite/BodyRewriter.h"
#include "Words/DeferPragma.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace clang;

namespace deferc {
namespace {

/// Lists first and rewrites afterwards, so that no list of statements changes
/// while it is being walked.
class OwnerList : public RecursiveASTVisitor<OwnerList> {
public:
  llvm::SmallSetVector<Decl *, 8> Owners;
  llvm::SmallSetVector<OMPExecutableDirective *, 2> Regions;

  // Default arguments and member initialisers are bodies' homes too.
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody())
      Owners.insert(F);
    return true;
  }
  /// Implicit constructors are nobody's declarations, but they run the
  /// initializers of members.
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    CXXConstructorDecl *C = E->getConstructor();
    if (!C->isUserProvided() && C->doesThisDeclarationHaveABody() &&
        !Owners.contains(C))
      return TraverseDecl(C);
    return true;
  }
  /// Nor does anybody declare the instance of a generic lambda that an operand
  /// which is not evaluated, of `sizeof` or a concept, has made.
  bool VisitDeclRefExpr(DeclRefExpr *E) { return visitCalled(E->getDecl()); }
  bool VisitMemberExpr(MemberExpr *E) {
    return visitCalled(E->getMemberDecl());
  }
  bool VisitLambdaExpr(LambdaExpr *L) {
    Owners.insert(L->getCallOperator());
    return true;
  }
  bool VisitCapturedDecl(CapturedDecl *D) {
    Owners.insert(D);
    return true;
  }
  bool VisitBlockDecl(BlockDecl *D) {
    Owners.insert(D);
    return true;
  }
  bool VisitOMPExecutableDirective(OMPExecutableDirective *Region) {
    Regions.insert(Region);
    return true;
  }
  bool VisitFieldDecl(FieldDecl *F) {
    if (F->getInClassInitializer() &&
        !F->getDeclContext()->isDependentContext())
      Owners.insert(F);
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    Owners.insert(V);
    return true;
  }
  /// A lambda in a default argument of a template is the pattern of those that
  /// calls make of it. In a generic lambda, nothing about such a pattern is
  /// dependent.
  bool TraverseParmVarDecl(ParmVarDecl *V) {
    const auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
    if (V->hasUninstantiatedDefaultArg() || (F && F->isDependentContext()))
      return true;
    return RecursiveASTVisitor::TraverseParmVarDecl(V);
  }
  /// An instance of a variable template is handed over like a variable, but the
  /// visitor takes it for code that nobody wrote.
  bool TraverseVarTemplateSpecializationDecl(VarTemplateSpecializationDecl *V) {
    Owners.insert(V);
    return TraverseStmt(V->getInit());
  }

private:
  bool visitCalled(ValueDecl *D) {
    auto *Method = dyn_cast<CXXMethodDecl>(D);
    if (!Method || !isLambdaCallOperator(Method) ||
        Method->isDependentContext() ||
        !Method->doesThisDeclarationHaveABody() || Owners.contains(Method))
      return true;
    return TraverseDecl(Method);
  }
};

class DeferConsumer : public ASTConsumer {
public:
  DeferConsumer(CompilerInstance &CI, FrontendOptions Options)
      : CI(CI), Checks(/*Everywhere=*/Options.FaultPanics) {}

  void Initialize(ASTContext &) override { watchDeferTokens(CI); }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      rewrite(D);
    return true;
  }
  void HandleInlineFunctionDefinition(FunctionDecl *F) override { rewrite(F); }
  void HandleCXXStaticMemberVarInstantiation(VarDecl *V) override {
    rewrite(V);
  }
  void HandleTagDeclDefinition(TagDecl *D) override {
    if (CI.getLangOpts().CPlusPlus)
      rewrite(D);
  }
  /// Code generation, which comes next, has its last chance to take a function.
  void HandleTranslationUnit(ASTContext &Ctx) override {
    FunctionDecl *F = Checks.makeSignalConstructor(Ctx);
    if (!F)
      return;
    Done.insert(F);
    CI.getASTConsumer().HandleTopLevelDecl(DeclGroupRef(F));
  }

private:
  /// A lambda of a precompiled header or a module was rewritten there, unless
  /// it is the pattern of others. Clang hands over its class and its body alone
  /// when it reads them.
  static bool isReadLambda(const Decl *D) {
    if (!D->isFromASTFile())
      return false;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D))
      return isLambdaCallOperator(Method) && !Method->isTemplateInstantiation();
    const auto *Class = dyn_cast<CXXRecordDecl>(D);
    return Class && Class->isLambda();
  }

  void rewrite(Decl *D) {
    if (isReadLambda(D))
      return;
    OwnerList List;
    List.TraverseDecl(D);
    llvm::SmallVector<Decl *, 8> Owners;
    for (Decl *Owner : List.Owners)
      if (Done.insert(Owner).second)
        Owners.push_back(Owner);
    for (OMPExecutableDirective *Region : List.Regions)
      if (Reported.insert(Region).second)
        checkOpenMP(CI, Region);
    // The rewriter changes closures from outside, so checks come before it.
    for (Decl *Owner : Owners)
      addChecks(Owner);
    for (Decl *Owner : Owners) {
      if (auto *F = dyn_cast<FunctionDecl>(Owner)) {
        checkRedefinedWord(CI, F);
        rewriteBody(CI, F);
      } else if (auto *Region = dyn_cast<CapturedDecl>(Owner))
        rewriteBody(CI, Region);
      else if (auto *Block = dyn_cast<BlockDecl>(Owner))
        checkBlockLiteral(CI, Block);
      else if (auto *Field = dyn_cast<FieldDecl>(Owner))
        checkInitializer(CI, Field->getInClassInitializer());
      else
        checkResultVariable(CI, cast<VarDecl>(Owner));
    }
  }

  void addChecks(Decl *Owner) {
    if (auto *F = dyn_cast<FunctionDecl>(Owner))
      Checks.add(F);
    else if (auto *Region = dyn_cast<CapturedDecl>(Owner))
      Checks.add(Region);
    else if (auto *V = dyn_cast<VarDecl>(Owner))
      Checks.add(V);
  }

  CompilerInstance &CI;
  FaultChecks Checks;
  llvm::DenseSet<Decl *> Done;
  llvm::DenseSet<OMPExecutableDirective *> Reported;
};

} // namespace

std::unique_ptr<ASTConsumer> makeDeferConsumer(CompilerInstance &CI,
                                               FrontendOptions Options) {
  return std::make_unique<DeferConsumer>(CI, Options);
}

} // namespace deferc
