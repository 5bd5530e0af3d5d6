//===- Verify.h - Report what breaks the contract ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-verify` pass. It reports every broken rule of
/// docs/IRContract.md as an error with the rule's number and the instruction.
/// After an error the module is refused: later passes leave it alone. The pass
/// changes nothing but the attributes of marker declarations.
///
/// See:     docs/Passes.md#deferc-verify, test/Contract/,
/// test/Transforms/Verify/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_VERIFY_H
#define DEFERC_TRANSFORMS_VERIFY_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class VerifyPass : public llvm::PassInfoMixin<VerifyPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_VERIFY_H
