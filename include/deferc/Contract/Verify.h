//===- Verify.h - Check IR against the contract -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Checks the markers of a function or a module against the numbered rules of
/// docs/IRContract.md. Whatever the IR looks like, the verifier does not
/// assert: it reports the rule and the instruction. A module that breaks a rule
/// is refused: the passes leave it alone, so that one mistake is reported once.
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
  /// The instruction that breaks the rule; null when a declaration does.
  const llvm::Instruction *Where;
  /// The function around the instruction, or the declaration.
  const llvm::GlobalValue *In;
  std::string Text;
};

/// What in F breaks the contract. Cheap for a function without markers.
llvm::SmallVector<Violation> verifyContract(const llvm::Function &F);

/// What in M breaks the contract, in bodies and in declarations.
llvm::SmallVector<Violation> verifyContract(const llvm::Module &M);

/// Reports through the module's context, as an error. \p Rules says whose the
/// number is.
void report(const Violation &V, llvm::LLVMContext &Context,
            llvm::StringRef Rules = "rule");

/// Refuses M after an error was reported. Tools such as clang run the rest of
/// the pipeline all the same, and discard its output.
void refuse(llvm::Module &M);
bool isRefused(const llvm::Module &M);

} // namespace deferc

#endif // DEFERC_CONTRACT_VERIFY_H
