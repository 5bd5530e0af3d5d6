//===- DropRecords.h - Forget frames no panic can meet ----------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-drop-records` pass, an optimization between the stages.
///
/// Before:  an open-coded frame, and no instruction that may panic while one of
///          its bits can be set
/// After:   no record marker, no deferBits; the deferred calls are plain calls
///
/// Needs:   bits folded by SSA construction; inferred nounwind attributes help.
/// See:     docs/Passes.md#deferc-drop-records, test/Transforms/DropRecords/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_DROPRECORDS_H
#define DEFERC_TRANSFORMS_DROPRECORDS_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class DropRecordsPass : public llvm::PassInfoMixin<DropRecordsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F,
                              llvm::FunctionAnalysisManager &);
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_DROPRECORDS_H
