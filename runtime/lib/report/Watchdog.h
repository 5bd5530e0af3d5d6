//===- Watchdog.h - A report that always ends -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A report calls what it does not own: the text function of a value, the C
/// library, libdw. Any of these may wait for ever, for a lock that another
/// thread holds or for a reader of stdout or stderr, and any may crash. The
/// watchdog then interrupts the reporting thread.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_WATCHDOG_H
#define DEFERC_RUNTIME_REPORT_WATCHDOG_H

#include "support/Config.h"

#include <signal.h>

namespace deferc DEFERC_HIDDEN {

/// The time that a report may go without progress.
constexpr unsigned ReportPatienceInSeconds = 10;

/// What a thread gets for what it does itself.
constexpr int FaultSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL,
                                SIGTRAP, SIGSYS, SIGABRT};

/// From now on calls Expire in the calling thread, from a signal handler: each
/// time that ReportPatienceInSeconds pass without a call of restartWatchdog(),
/// and when the thread faults or aborts. Another thread that faults is stopped
/// until the process ends. Handlers that the program has installed for faults
/// stay.
///
/// Handles SIGURG, and unblocks it. Does not call malloc(); maps a stack for
/// the handlers.
void startWatchdog(void (*Expire)()) noexcept;

/// There was progress.
void restartWatchdog() noexcept;

/// Calls Function, which does not return, on the stack of the handlers, where
/// there is one. It has room for all that a report calls.
[[noreturn]] void runOnOwnStack(void (*Function)()) noexcept;

/// In the child of a fork: there is no report any more. Faults are again what
/// they are without one.
void stopWatchdog() noexcept;

/// What the handler of a fault does while a report is being made, in whichever
/// thread: calls Expire or waits.
void faultDuringReport(int Signal, siginfo_t *Info, void *) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_WATCHDOG_H
