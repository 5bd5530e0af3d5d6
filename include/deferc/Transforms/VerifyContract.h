//===- VerifyContract.h - Report what breaks the contract -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-verify` pass: every broken rule of docs/IRContract.md
/// becomes an error with the rule's number and the instruction. Changes nothing
/// but the attributes of the marker declarations. After an error the module is
/// refused: the passes that come later leave it alone.
///
/// See:     docs/Passes.md#deferc-verify, test/Contract/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_VERIFYCONTRACT_H
#define DEFERC_TRANSFORMS_VERIFYCONTRACT_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class VerifyContractPass : public llvm::PassInfoMixin<VerifyContractPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_VERIFYCONTRACT_H
