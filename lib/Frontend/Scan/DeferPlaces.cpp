//===- DeferPlaces.cpp - Where no defer statement may stand ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/DeferPlaces.h"

#include "Messages/Diagnostics.h"
#include "Scan/BodyScan.h"

#include "deferc/ClangShape/ClosureMarkers.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace deferc {

static void reportDefers(CompilerInstance &CI, Stmt *Body, Diag Id) {
  ASTContext &Ctx = CI.getASTContext();
  SourceLocation Loc = Body->getBeginLoc();
  BodyScan Scan(Ctx,
                CompoundStmt::Create(Ctx, Body, FPOptionsOverride(), Loc, Loc));
  for (const DeferStmt &D : Scan.Defers)
    report(CI.getDiagnostics(), D.Loc, Id);
}

void checkOpenMP(CompilerInstance &CI, OMPExecutableDirective *Region) {
  if (!Region->hasAssociatedStmt())
    return;
  Stmt *Body = Region->getRawStmt();
  if (!isa<OMPExecutableDirective>(Body)) // That region has a check of its own.
    reportDefers(CI, Body, Diag::DeferInOpenMP);
}

void checkInitializer(CompilerInstance &CI, Expr *Initializer) {
  reportDefers(CI, Initializer, Diag::DeferInInitializer);
}

void checkBlockLiteral(CompilerInstance &CI, BlockDecl *Block) {
  if (Stmt *Body = Block->getBody())
    reportDefers(CI, Body, Diag::DeferInBlockLiteral);
}

void checkCoroutine(CompilerInstance &CI, const CoroutineBodyStmt *Body) {
  auto *Block = dyn_cast_or_null<CompoundStmt>(Body->getBody());
  if (!Block)
    return;
  BodyScan Scan(CI.getASTContext(), Block);
  if (!Scan.Defers.empty())
    report(CI.getDiagnostics(), Scan.Defers.front().Loc,
           Diag::DeferInCoroutine);
}

void checkResultVariable(CompilerInstance &CI, VarDecl *V) {
  const auto *A = V->getAttr<AnnotateAttr>();
  if (!A || A->getAnnotation() != annotation::Result || V->hasLocalStorage())
    return;
  if (V->isFileVarDecl() || isa<ParmVarDecl>(V))
    report(CI.getDiagnostics(), V->getLocation(), Diag::ResultNotOutermost);
}

} // namespace deferc
