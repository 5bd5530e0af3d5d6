//===- Pipeline.h - Where the passes run ------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The order of the passes and the way into LLVM's pipelines.
///
/// See:     docs/Passes.md
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_PIPELINE_H
#define DEFERC_TRANSFORMS_PIPELINE_H

#include "llvm/Passes/PassBuilder.h"
#include <functional>

namespace deferc {

/// Passes that turn a frontend's IR into the contract's. They run first.
using FrontendPasses = std::function<void(llvm::ModulePassManager &)>;

/// Stage 1: everything up to calls and funcdata markers.
void addStage1(llvm::ModulePassManager &MPM, llvm::OptimizationLevel Level);

/// Stage 2: everything that must come after inlining.
void addStage2(llvm::ModulePassManager &MPM,
               llvm::ThinOrFullLTOPhase Phase = llvm::ThinOrFullLTOPhase::None);

/// Puts stage 1 at the start and stage 2 at the end of every pipeline, and
/// makes the names of Passes.def known to -passes=.
void registerPassBuilderCallbacks(llvm::PassBuilder &PB,
                                  FrontendPasses Frontend = {});

} // namespace deferc

#endif // DEFERC_TRANSFORMS_PIPELINE_H
