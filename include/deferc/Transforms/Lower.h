//===- Lower.h - Lower the frames that defer --------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-lower` pass, which replaces the markers of every defer
/// frame by open-coded calls or by calls of the runtime, as the plan says.
///
/// Before:  `__deferc_mark_frame`, `_env`, `_defer`, `_exit`, `_unwind`, ...
/// After:   open-coded: deferBits and environments in one alloca, the deferred
///          calls at the exits, and `__deferc_mark_funcdata`;
///          records: `__deferc_deferprocStack` or `__deferc_deferproc`, and
///          `__deferc_deferreturn` at the exits
///
/// Needs:   IR that deferc-verify accepts. A defer frame that breaks a rule is
///          left as it is, so that its markers become errors.
/// Leaves:  `__deferc_mark_funcdata` to deferc-funcdata.
/// See:     docs/Passes.md#deferc-lower, test/Transforms/Lower/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_LOWER_H
#define DEFERC_TRANSFORMS_LOWER_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class LowerPass : public llvm::PassInfoMixin<LowerPass> {
public:
  /// Without Optimize, as at -O0, no defer is open-coded.
  explicit LowerPass(bool Optimize = true) : Optimize(Optimize) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  bool Optimize;
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_LOWER_H
