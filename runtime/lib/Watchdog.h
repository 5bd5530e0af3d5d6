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

#ifndef DEFERC_RUNTIME_WATCHDOG_H
#define DEFERC_RUNTIME_WATCHDOG_H

#include "Runtime.h"

namespace deferc DEFERC_HIDDEN {

/// The time that a report may go without progress.
constexpr unsigned ReportPatienceInSeconds = 10;

/// From now on calls Expire in the calling thread, from a signal handler, each
/// time that ReportPatienceInSeconds pass without a call of restartWatchdog(),
/// and when the thread faults or aborts. A fault of another thread waits for
/// the end of the process. Handlers that the program has installed for faults
/// stay.
///
/// Uses a signal that the program leaves alone, and unblocks it. Does not
/// allocate.
void startWatchdog(void (*Expire)()) noexcept;

/// There was progress.
void restartWatchdog() noexcept;

/// What the handler of a fault does while a report is being made, in whichever
/// thread: calls Expire or waits.
void faultDuringReport(int Signal) noexcept;

/// A real-time signal that the program leaves alone; 0 when there is none.
int findFreeSignal() noexcept;

/// Handles a signal on the alternate stack, where there is one.
bool handleSignal(int Signal, void (*Handler)(int), int Flags = 0) noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_WATCHDOG_H
