//===- FrontendAction.h - The frontend's consumer ---------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_FRONTEND_FRONTENDACTION_H
#define DEFERC_FRONTEND_FRONTENDACTION_H

#include <memory>

namespace clang {
class ASTConsumer;
class CompilerInstance;
} // namespace clang

namespace deferc {

struct FrontendOptions {
  bool FaultPanics = false; ///< -fdefer-fault-panics
};

/// Starts to read defer statements in \p CI's translation unit. The consumer
/// that is returned must see each declaration before code generation does.
std::unique_ptr<clang::ASTConsumer>
makeDeferConsumer(clang::CompilerInstance &CI, FrontendOptions Options);

} // namespace deferc

#endif // DEFERC_FRONTEND_FRONTENDACTION_H
