//===- Verify.h - Check IR against the contract -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Checks the markers of a function or a module against the numbered rules of
/// docs/IRContract.md. Never asserts: whatever a frontend wrote, it reports the
/// rule and the instruction. A module that breaks one is refused: no pass of
/// ours touches it any more, so that nothing is reported about what an error
/// has left.
///
/// See: docs/IRContract.md, test/Contract/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_VERIFY_H
#define DEFERC_CONTRACT_VERIFY_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instruction.h"
#include <string>

namespace deferc {

struct Violation {
  unsigned Rule;
  /// The instruction that breaks it; null where what is wrong is outside of
  /// code.
  const llvm::Instruction *Where;
  /// The function around it, else the marker itself.
  const llvm::GlobalValue *In;
  std::string Text;
};

/// What in F breaks the contract. Empty for most functions, and then cheap.
llvm::SmallVector<Violation> verifyContract(const llvm::Function &F);

/// What in M breaks the contract, outside of the functions' bodies too.
llvm::SmallVector<Violation> verifyContract(const llvm::Module &M);

/// Reports through the module's context, as errors.
void report(const Violation &V, llvm::LLVMContext &Context);

/// After an error. Tools like clang go on with the pipeline, whose output
/// nobody gets.
void refuse(llvm::Module &M);
bool isRefused(const llvm::Module &M);

} // namespace deferc

#endif // DEFERC_CONTRACT_VERIFY_H
