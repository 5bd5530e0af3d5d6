//===- Diagnostics.h - Report a message of Diagnostics.def ------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_MESSAGES_DIAGNOSTICS_H
#define DEFERC_LIB_FRONTEND_MESSAGES_DIAGNOSTICS_H

#include "clang/Basic/Diagnostic.h"

namespace deferc {

enum class Diag {
#define DEFERC_DIAG(Id, Severity, Text) Id,
#include "deferc/Support/Diagnostics.def"
};

/// Begins the message \p Id at \p Loc; arguments are streamed into the result.
clang::DiagnosticBuilder report(clang::DiagnosticsEngine &Diags,
                                clang::SourceLocation Loc, Diag Id);

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_MESSAGES_DIAGNOSTICS_H
