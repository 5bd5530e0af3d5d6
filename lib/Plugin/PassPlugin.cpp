//===- PassPlugin.cpp - The passes as a plugin ----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The plugin that opt and clang load for the passes: registration only.
///
//===----------------------------------------------------------------------===//

#include "llvm/Plugins/PassPlugin.h"
#include "deferc/ClangShape/ClangShape.h"
#include "deferc/Transforms/Pipeline.h"

extern "C" LLVM_ATTRIBUTE_WEAK LLVM_ABI ::llvm::PassPluginLibraryInfo
llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "deferc", "0.1", [](llvm::PassBuilder &PB) {
            deferc::registerPassBuilderCallbacks(
                PB, [](llvm::ModulePassManager &MPM) {
                  MPM.addPass(deferc::ClangShapePass());
                });
            PB.registerPipelineParsingCallback(
                [](llvm::StringRef Name, llvm::ModulePassManager &MPM,
                   llvm::ArrayRef<llvm::PassBuilder::PipelineElement>) {
                  if (Name != "deferc-clang-shape")
                    return false;
                  MPM.addPass(deferc::ClangShapePass());
                  return true;
                });
          }};
}
