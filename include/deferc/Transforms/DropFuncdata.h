//===- DropFuncdata.h - Forget frames no panic can meet ---------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-drop-funcdata` pass, an optimization between the
/// stages.
///
/// Before:  an open-coded frame, and no instruction that may panic while one of
///          its bits can be set
/// After:   no funcdata marker, no deferBits; the deferred calls are plain
///          calls
///
/// Needs:   bits that SSA construction has folded. Inferred nounwind attributes
///          let it find more.
/// See:     docs/Passes.md#deferc-drop-funcdata, test/Transforms/DropFuncdata/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_DROPFUNCDATA_H
#define DEFERC_TRANSFORMS_DROPFUNCDATA_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class DropFuncdataPass : public llvm::PassInfoMixin<DropFuncdataPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F,
                              llvm::FunctionAnalysisManager &);
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_DROPFUNCDATA_H
