//===- ClangShape.h - Clang's IR to the contract's markers ------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the `deferc-clang-shape` pass, the last part of the Clang frontend.
/// It knows how Clang emits what the frontend writes into the AST. Later passes
/// know nothing of Clang.
///
/// Before:  closure markers (ClosureMarkers.def): a closure begins with a begin
///          marker, and its call is the defer statement. A segment variable has
///          run markers. A recovered marker leads to a recovery exit.
/// After:   frame, env, defer, exit and unwind markers (docs/IRContract.md),
///          and an internal run half for each closure
///
/// Needs:   IR as Clang emits it, before any other pass; another shape is
///          reported by the number of the rule that it breaks.
/// Leaves:  modules that did not include defer.h untouched.
/// See:     docs/Passes.md#deferc-clang-shape, test/ClangShape/
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CLANGSHAPE_CLANGSHAPE_H
#define DEFERC_CLANGSHAPE_CLANGSHAPE_H

#include "llvm/IR/PassManager.h"

namespace deferc {

class ClangShapePass : public llvm::PassInfoMixin<ClangShapePass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

  /// A skipped lowering is a miscompile, so `optnone` does not skip it.
  static bool isRequired() { return true; }
};

} // namespace deferc

#endif // DEFERC_CLANGSHAPE_CLANGSHAPE_H
