//===- FaultChecks.cpp - Which code is checked for faults -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults/FaultChecks.h"

#include "Faults/FaultWalk.h"

#include "Messages/Diagnostics.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace deferc {
namespace {

constexpr llvm::StringLiteral ChecksAnnotation = "deferc.fault-panics";
constexpr llvm::StringLiteral NoChecksAnnotation = "deferc.no-fault-panics";

/// The choice that the attributes of \p D make. The last one counts.
std::optional<bool> choiceOf(const Decl *D) {
  std::optional<bool> Choice;
  for (const auto *A : D->specific_attrs<AnnotateAttr>())
    if (A->getAnnotation() == ChecksAnnotation)
      Choice = true;
    else if (A->getAnnotation() == NoChecksAnnotation)
      Choice = false;
  return Choice;
}

} // namespace

bool FaultChecks::isChosen(const Decl *Owner) const {
  const ASTContext &Ctx = Owner->getASTContext();
  if (Ctx.getSourceManager().isInSystemHeader(Owner->getLocation()))
    return false;
  // The choice for a function holds for the lambdas, closures and local
  // classes inside of it.
  for (const Decl *D = Owner; D;
       D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (isa<FunctionDecl>(D))
      if (std::optional<bool> Choice = choiceOf(D))
        return *Choice;
  return Everywhere;
}

void FaultChecks::add(FunctionDecl *F) {
  if (F->isDependentContext() || F->isConsteval() || !F->hasBody() ||
      !isChosen(F))
    return;
  Any = true;
  FaultWalk Walk(F->getASTContext(), Shared);
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *Init : Constructor->inits())
      Walk.walk(Init->getInit());
  Walk.walkBody(F->getBody());
}

void FaultChecks::add(CapturedDecl *Region) {
  if (!isChosen(Region))
    return;
  FaultWalk Walk(Region->getASTContext(), Shared);
  Walk.walkBody(Region->getBody());
}

void FaultChecks::add(VarDecl *V) {
  if (choiceOf(V))
    report(V->getASTContext().getDiagnostics(), V->getLocation(),
           Diag::FaultsNotFunction);
  // In C such a variable is initialised with a constant.
  if (!V->getASTContext().getLangOpts().CPlusPlus || V->hasLocalStorage() ||
      V->isLocalVarDecl() || V->isTemplated() || V->isConstexpr() ||
      !isChosen(V))
    return;
  FaultWalk(V->getASTContext(), Shared).walk(V->getInit());
}

} // namespace deferc
