//===- Watchdog.h - A report that always ends -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A report calls the text functions of values, the C library and libdw. Any of
/// these may crash, or wait for ever: for a lock that another thread holds, or
/// for who reads stdout or stderr. The watchdog then interrupts the reporting
/// thread.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_WATCHDOG_H
#define DEFERC_RUNTIME_REPORT_WATCHDOG_H

#include "support/Config.h"

#include <signal.h>

namespace deferc DEFERC_HIDDEN {

/// The time that a report may go without progress.
constexpr unsigned ReportPatienceInSeconds = 10;

/// The signals that a thread gets for what it does itself.
constexpr int FaultSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL,
                                SIGTRAP, SIGSYS, SIGABRT};

/// From now on calls Expire in the calling thread, from a signal handler: when
/// ReportPatienceInSeconds pass without a call of restartWatchdog(), and when
/// the thread faults or aborts. Another thread that faults is stopped until the
/// process ends. Handlers that the program has installed for faults stay.
///
/// Handles SIGURG and unblocks it. Maps a stack for the handlers; does not call
/// malloc().
DEFERC_HIDDEN void startWatchdog(void (*Expire)()) noexcept;

/// There was progress: the time begins anew.
DEFERC_HIDDEN void restartWatchdog() noexcept;

/// Calls Function, which does not return, on the stack of the handlers, which
/// has room for all that a report calls. Where there is no such stack, calls it
/// on the thread's.
[[noreturn]] DEFERC_HIDDEN void runOnOwnStack(void (*Function)()) noexcept;

/// In the child of a fork: there is no report any more. Undoes what
/// startWatchdog() has done to the signals.
DEFERC_HIDDEN void stopWatchdog() noexcept;

/// The handler of a fault while a report is being made: calls Expire in the
/// reporting thread, and stops another one.
DEFERC_HIDDEN void faultDuringReport(int Signal, siginfo_t *Info,
                                     void *) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_WATCHDOG_H
