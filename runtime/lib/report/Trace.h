//===- Trace.h - The stacks that a report shows -----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A stack is walked first, which a signal handler can do, and printed later,
/// by rules that are Go's (trace.cpp).
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_TRACE_H
#define DEFERC_RUNTIME_REPORT_TRACE_H

#include "report/Printer.h"
#include "report/Stack.h"

namespace deferc DEFERC_HIDDEN {

/// What DEFERC_TRACEBACK asks for.
enum class Traceback { None, Single, All, Crash };

/// Prints the frames of a stack; with ShowInternal also those of the runtime
/// and the libraries. Allocates; for a process that is about to end.
DEFERC_HIDDEN void printStack(Printer &Out, const Stack &S,
                              bool ShowInternal) noexcept;

/// Prints what is left of a stack when printStack() was interrupted in libdw.
/// Names then come from symbol tables alone. Does nothing when S was not the
/// stack that was being printed.
DEFERC_HIDDEN void printRestOfStack(Printer &Out, const Stack &S,
                                    bool ShowInternal) noexcept;

/// Prints the stacks of all threads but this one. A thread that does not answer
/// is waited for shortly.
DEFERC_HIDDEN void printOtherThreads(Printer &Out) noexcept;

/// Forgets what printStack() keeps: in the child of a fork, another thread may
/// have been in it.
DEFERC_HIDDEN void forgetDescriptions() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_TRACE_H
