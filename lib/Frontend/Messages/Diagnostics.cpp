//===- Diagnostics.cpp - Report a message of Diagnostics.def --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Messages/Diagnostics.h"

using namespace clang;

namespace deferc {

DiagnosticBuilder report(DiagnosticsEngine &Diags, SourceLocation Loc,
                         Diag Id) {
  switch (Id) {
#define DEFERC_DIAG(Id, Severity, Text)                                        \
  case Diag::Id:                                                               \
    return Diags.Report(                                                       \
        Loc, Diags.getCustomDiagID(DiagnosticsEngine::Severity, Text));
#include "deferc/Support/Diagnostics.def"
  }
  llvm_unreachable("every message is listed in Diagnostics.def");
}

} // namespace deferc
