//===- FunctionNames.h - Names inside of a deferred operand -----*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REWRITE_FUNCTIONNAMES_H
#define DEFERC_LIB_FRONTEND_REWRITE_FUNCTIONNAMES_H

#include "Scan/BodyScan.h"

namespace deferc {

/// Makes `__func__`, `__PRETTY_FUNCTION__` and std::source_location in the
/// closure of \p D name the function that the defer statement is written in,
/// since the user knows nothing of the closure. They keep their meaning in a
/// lambda of the user's own.
void nameWritingFunction(clang::ASTContext &Ctx, DeferStmt &D);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REWRITE_FUNCTIONNAMES_H
