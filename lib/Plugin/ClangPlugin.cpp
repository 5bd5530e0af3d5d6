//===- ClangPlugin.cpp - Register the frontend with Clang -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The plugin that clang loads with -fplugin: registration, and its one
/// argument
/// `-fplugin-arg-deferc-fault-panics`.
///
//===----------------------------------------------------------------------===//

#include "deferc/Frontend/FrontendAction.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"

using namespace clang;

namespace {

class DeferAction : public PluginASTAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    return deferc::makeDeferConsumer(CI, Options);
  }
  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Args) override {
    for (const std::string &Arg : Args) {
      if (Arg == "fault-panics") {
        Options.FaultPanics = true;
        continue;
      }
      DiagnosticsEngine &Diags = CI.getDiagnostics();
      Diags.Report(Diags.getCustomDiagID(
          DiagnosticsEngine::Error,
          "unknown argument of the deferc plugin: '%0'; it takes "
          "`fault-panics`"))
          << Arg;
      return false;
    }
    return true;
  }
  ActionType getActionType() override { return AddBeforeMainAction; }

  deferc::FrontendOptions Options;
};

FrontendPluginRegistry::Add<DeferAction> Action("deferc",
                                                "lower defer statements");

} // namespace
