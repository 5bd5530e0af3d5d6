//===- Pipeline.cpp - Where the passes run --------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Stage 1 runs at the start of every pipeline, -O0 and the compile steps of
/// LTO included, on what the frontend wrote:
///
///   deferc-verify           first, since the others rely on the contract
///   deferc-landing-pads     makes landing pads where the frontend made none
///   deferc-recover-entries  before inlining hides who calls recover()
///   deferc-lower            so that the optimizer sees plain calls and
///                           branches
///
/// Between the stages, wherever instructions are combined:
///
///   deferc-drop-funcdata    removes frames in which no panic finds a call
///
/// Stage 2 runs at the end of the same pipelines, after all inlining of this
/// compilation:
///
///   deferc-funcdata         describes the open-coded frames of each function
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/Pipeline.h"
#include "deferc/Transforms/DropFuncdata.h"
#include "deferc/Transforms/Funcdata.h"
#include "deferc/Transforms/LandingPads.h"
#include "deferc/Transforms/Lower.h"
#include "deferc/Transforms/RecoverEntries.h"
#include "deferc/Transforms/Verify.h"

using namespace llvm;

namespace deferc {

void addStage1(ModulePassManager &MPM, OptimizationLevel Level) {
  MPM.addPass(VerifyPass());
  MPM.addPass(LandingPadsPass());
  MPM.addPass(RecoverEntriesPass());
  MPM.addPass(LowerPass(/*Optimize=*/Level != OptimizationLevel::O0));
}

void addStage2(ModulePassManager &MPM, ThinOrFullLTOPhase Phase) {
  MPM.addPass(FuncdataPass(
      /*MoreToCome=*/Phase == ThinOrFullLTOPhase::ThinLTOPreLink ||
      Phase == ThinOrFullLTOPhase::FullLTOPreLink));
}

static bool addByName(StringRef Name, ModulePassManager &MPM) {
#define DEFERC_MODULE_PASS(PassName, Create)                                   \
  if (Name == PassName) {                                                      \
    MPM.addPass(Create);                                                       \
    return true;                                                               \
  }
#include "deferc/Transforms/Passes.def"
  if (Name == "deferc" || Name == "deferc<O0>") {
    addStage1(MPM,
              Name == "deferc" ? OptimizationLevel::O2 : OptimizationLevel::O0);
    addStage2(MPM);
    return true;
  }
  return false;
}

static bool addByName(StringRef Name, FunctionPassManager &FPM) {
#define DEFERC_FUNCTION_PASS(PassName, Create)                                 \
  if (Name == PassName) {                                                      \
    FPM.addPass(Create);                                                       \
    return true;                                                               \
  }
#include "deferc/Transforms/Passes.def"
  return false;
}

void registerPassBuilderCallbacks(PassBuilder &PB, FrontendPasses Frontend) {
  PB.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &MPM,
         ArrayRef<PassBuilder::PipelineElement>) {
        return addByName(Name, MPM);
      });
  PB.registerPipelineParsingCallback(
      [](StringRef Name, FunctionPassManager &FPM,
         ArrayRef<PassBuilder::PipelineElement>) {
        return addByName(Name, FPM);
      });
  PB.registerPeepholeEPCallback(
      [](FunctionPassManager &FPM, OptimizationLevel) {
        FPM.addPass(DropFuncdataPass());
      });
  PB.registerPipelineStartEPCallback(
      [Frontend](ModulePassManager &MPM, OptimizationLevel Level) {
        if (Frontend)
          Frontend(MPM);
        addStage1(MPM, Level);
      });
  PB.registerOptimizerLastEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel, ThinOrFullLTOPhase Phase) {
        addStage2(MPM, Phase);
      });
}

} // namespace deferc
