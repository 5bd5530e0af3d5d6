//===- SignalConstructor.cpp - Report faults as signals, too --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Faults/SignalConstructor.h"

#include "Build/AstBuilder.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace deferc {

FunctionDecl *makeSignalConstructor(ASTContext &Ctx) {
  AstBuilder Build(Ctx);
  constexpr char Handlers[] = "__deferc_initsig";
  // The earliest priority that the implementation does not reserve.
  constexpr int Priority = 101;
  FunctionDecl *Callee = Build.declareFunction(Handlers, /*NoReturn=*/false);
  auto *F = FunctionDecl::Create(Ctx, Ctx.getTranslationUnitDecl(),
                                 SourceLocation(), SourceLocation(),
                                 &Ctx.Idents.get("__deferc_catchfaults"),
                                 Callee->getType(), nullptr, SC_Static);
  F->setImplicit();
  F->addAttr(ConstructorAttr::CreateImplicit(Ctx, Build.intArg(Priority, {})));
  F->addAttr(NoDebugAttr::CreateImplicit(Ctx));
  F->setBody(Build.block(Build.call(Handlers, {}, {}), {}));
  return F;
}

} // namespace deferc
