//===- LandingPads.h - Pads for plain calls ---------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-landing-pads` pass. A frontend without exceptions
/// writes calls, not invokes. This pass gives a landing pad to each call that
/// may unwind while deferred calls are pending.
///
/// Before:  `call void @work()` between a defer marker and its exit
/// After:   `invoke void @work()` with a landing pad that leads through the
///          unwind markers of what may be pending, to a return or to `resume`
///
/// Needs:   IR that deferc-verify accepts.
/// Leaves:  invokes, which have the frontend's pads, and calls where nothing
///          can be pending.
/// See:     docs/Passes.md#deferc-landing-pads, test/Transforms/LandingPads/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_LANDINGPADS_H
#define DEFERC_TRANSFORMS_LANDINGPADS_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class LandingPadsPass : public llvm::PassInfoMixin<LandingPadsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_LANDINGPADS_H
