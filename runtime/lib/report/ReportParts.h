//===- ReportParts.h - The parts of a crash report --------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the files of a report call of each other, from its beginning to its
/// end.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_REPORTPARTS_H
#define DEFERC_RUNTIME_REPORT_REPORTPARTS_H

#include "g/Panics.h"
#include "report/Printer.h"

namespace deferc DEFERC_HIDDEN {

/// Prints the panics from P to the oldest one, oldest first. Calls no text
/// function. Neither locks nor allocates.
DEFERC_HIDDEN void printPanics(Printer &Out, const Panic *P) noexcept;
/// Prints the line of a fault, if there was one.
DEFERC_HIDDEN void printFault(Printer &Out, const Fault &F) noexcept;

/// Writes out what the program has printed to stdout, once, when that takes no
/// waiting: nobody holds the lock of stdout, and its file has room.
DEFERC_HIDDEN void flushStdout() noexcept;
/// Called after the report: writes it out if that was not done before, and may
/// wait for who reads stdout.
DEFERC_HIDDEN void flushStdoutLast() noexcept;
/// In the child of a fork, which has a copy of what is not written yet: nothing
/// was written out.
DEFERC_HIDDEN void forgetFlush() noexcept;

/// Makes this thread the one that reports. While another thread reports, waits
/// for the end of the process. False when this thread was the reporter before.
DEFERC_HIDDEN bool becomeReporter() noexcept;
DEFERC_HIDDEN bool isReporter() noexcept;
/// In the child of a fork: there is no reporter any more. False when there was
/// none.
DEFERC_HIDDEN bool forgetReporter() noexcept;

/// Whether a report has begun in another thread, which will end the process.
DEFERC_HIDDEN bool otherThreadReports() noexcept;

/// Called when this thread exits the process. When the text function of a value
/// does so, goes on with the report and does not return.
DEFERC_HIDDEN void finishOwnReport() noexcept;

/// In the child of a fork, which has none of the other threads: forgets their
/// report.
DEFERC_HIDDEN void forgetReport() noexcept;

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_REPORTPARTS_H
