//===- DeferConsumer.cpp - Order the work on each body --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements FrontendAction.h: the consumer that Clang calls before code
/// generation. It takes each body as soon as that is complete, first adds the
/// checks for faults, then lets the rewriter have it. Instances of templates
/// arrive as declarations of their own.
///
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/FrontendAction.h"

#include "Faults/FaultChecks.h"
#include "Faults/SignalConstructor.h"
#include "Rewrite/BodyRewriter.h"
#include "Scan/DeferPlaces.h"
#include "Scan/OwnerList.h"
#include "Words/DeferPragma.h"
#include "Words/RedefinedWords.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace clang;

namespace deferc {
namespace {

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
  /// Makes the signal constructor now, since code generation handles the end of
  /// the translation unit next, and takes no function after that.
  void HandleTranslationUnit(ASTContext &Ctx) override {
    if (!Checks.any())
      return;
    FunctionDecl *F = makeSignalConstructor(Ctx);
    Done.insert(F);
    CI.getASTConsumer().HandleTopLevelDecl(DeclGroupRef(F));
  }

private:
  /// Whether \p D is a lambda, or its class, that Clang has read from a
  /// precompiled header or a module, and that was rewritten when that file was
  /// made. The pattern of a generic lambda is not rewritten, so its instances
  /// do not count.
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
    OwnerList List(D);
    llvm::SmallVector<Decl *, 8> Owners;
    for (Decl *Owner : List.Owners)
      if (Done.insert(Owner).second)
        Owners.push_back(Owner);
    for (OMPExecutableDirective *Region : List.Regions)
      if (Reported.insert(Region).second)
        checkOpenMP(CI, Region);
    // The rewriter of a body also changes the closures in it, so all fault
    // checks are added before the first body is rewritten.
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
