//===- Funcdata.h - Write what the runtime reads ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-funcdata` pass, the second stage, which runs last.
///
/// Before:  `call void @__deferc_mark_funcdata(ptr %frame, ...)` wherever
///          inlining has left it; functions with the attribute
///          "deferc-deferred-entry"
/// After:   inline assembly in the entry block that puts a descriptor into the
///          section deferc_funcdata; deferBits are zero from the entry block
///          on; one registration for each shared object
///
/// Needs:   to be the last pass before code generation, or the last of an LTO
///          compile step.
/// See:     docs/Passes.md#deferc-funcdata, docs/RuntimeABI.md,
///          test/Transforms/Funcdata/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_TRANSFORMS_FUNCDATA_H
#define DEFERC_TRANSFORMS_FUNCDATA_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class FuncdataPass : public llvm::PassInfoMixin<FuncdataPass> {
public:
  /// MoreToCome: the linker optimises the module again, so functions with
  /// funcdata must not be inlined.
  explicit FuncdataPass(bool MoreToCome = false) : MoreToCome(MoreToCome) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  bool MoreToCome;
};

} // namespace deferc

#endif // DEFERC_TRANSFORMS_FUNCDATA_H
