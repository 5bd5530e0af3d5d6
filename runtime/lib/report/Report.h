//===- Report.h - The parts of a crash report -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What report.cpp shares with the files that prepare and end a report.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_REPORT_H
#define DEFERC_RUNTIME_REPORT_REPORT_H

#include "Runtime.h"

namespace deferc DEFERC_HIDDEN {

/// Writes out what the program has printed, once, when that takes no waiting:
/// nobody holds the lock of stdout, and its file has room.
void flushStdout() noexcept;
/// Called after the report: does so if it was not possible before, and may wait
/// for its reader.
void flushStdoutLast() noexcept;
/// In the child of a fork, which has a copy of what is not written yet.
void forgetFlush() noexcept;

/// Makes this thread the one that reports, for which it waits while another one
/// does. False when it was the reporter before.
bool becomeReporter() noexcept;
bool isReporter() noexcept;
/// In the child of a fork: there is no reporter any more. False when there was
/// none.
bool forgetReporter() noexcept;

/// When this thread exits the process from the text function of a value: goes
/// on with its report, and does not return.
void finishOwnReport() noexcept;

/// In the child of a fork, which has none of the other threads: forgets their
/// report.
void forgetReport() noexcept;
/// The same for the number of threads that panic.
void forgetPanickingThreads() noexcept;

} // namespace deferc DEFERC_HIDDEN

/// Lets the value say its text, which is kept in the box. True when the text
/// function threw. Its panics end in this frame: gopanic reports them. When it
/// unwinds the thread, as pthread_exit does, the report goes on without it.
extern "C" DEFERC_HIDDEN bool __deferc_preparetext(__deferc_box *Value);

#endif // DEFERC_RUNTIME_REPORT_REPORT_H
