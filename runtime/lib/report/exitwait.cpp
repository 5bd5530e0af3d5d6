//===- exitwait.cpp - Do not exit in front of a crash report --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// When main returns while another thread is panicking, the process would end
/// before that thread has run its deferred calls and told why it crashed. As in
/// Go, the exit gives that thread a tenth of a second. Once a report has begun,
/// the exit waits for the reporter to end the process.
///
/// Go yields a thousand times. A yield of a thread means little where cores are
/// free, so here it is as many short sleeps.
///
//===----------------------------------------------------------------------===//

#include "report/ReportParts.h"

#include <pthread.h>
#include <unistd.h>

using namespace deferc;

__attribute__((destructor)) static void waitForOthers() {
  finishOwnReport();
  // Cancelled in usleep(), the thread would leave the exit by unwinding.
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, nullptr);
  constexpr unsigned Sleeps = 1000, Microseconds = 100;
  for (unsigned I = 0; I != Sleeps; ++I) {
    if (!otherThreadPanics())
      break;
    usleep(Microseconds);
  }
  while (otherThreadReports())
    usleep(100 * Microseconds);
}
