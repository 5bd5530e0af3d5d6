//===- Fatal.h - Errors that nothing recovers -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares fatal(), which every room may call. The room report defines it, in
/// report.cpp, since a fatal error is a report with a trace.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SUPPORT_FATAL_H
#define DEFERC_RUNTIME_SUPPORT_FATAL_H

#include "support/Config.h"

namespace deferc DEFERC_HIDDEN {

/// Prints the panics in flight, `fatal error: ` with the message, and the
/// stack, and ends the process with status 2. Deferred calls do not run.
[[noreturn]] DEFERC_HIDDEN __attribute__((format(printf, 1, 2))) void
fatal(const char *Format, ...) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_SUPPORT_FATAL_H
