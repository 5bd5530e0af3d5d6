//===- Report.h - How a program ends with a report --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The ends of a program that the other rooms ask for, beside fatal(). Each of
/// them prints a report and ends the process with status 2. They allocate, lock
/// and wait, but not for ever: report.cpp tells how a report comes to its end.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_REPORT_H
#define DEFERC_RUNTIME_REPORT_REPORT_H

#include "g/Panics.h"

#include <stdint.h>

namespace deferc DEFERC_HIDDEN {

/// P has run all deferred calls and was not recovered. Prints the panics in
/// flight and the stack.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportPanic(Panic *P) noexcept;
/// A fault that is no panic.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportFault(const Fault &F, bool IsStackOverflow) noexcept;
/// The stack frame at this address cannot be walked past, for want of unwind
/// tables.
[[noreturn]] DEFERC_HIDDEN void reportStuckWalk(uintptr_t IP) noexcept;
/// The text function of a value has panicked or thrown in a report. Value is
/// what it has panicked with (null: it has called goexit()), or the value whose
/// text function has thrown.
[[noreturn]] DEFERC_HIDDEN __attribute__((cold)) void
reportPanicWhilePrinting(__deferc_value *Value) noexcept;

} // namespace deferc DEFERC_HIDDEN

/// Has a value say its text, which is kept with it. True when the text function
/// threw. A panic of the text function ends at this function's stack frame,
/// where the walk reports it. When the text function unwinds the thread, as
/// pthread_exit does, the report goes on without the text.
extern "C" DEFERC_HIDDEN bool __deferc_preparetext(__deferc_value *Value);

#endif // DEFERC_RUNTIME_REPORT_REPORT_H
