//===- reporter.cpp - The thread that reports a crash ---------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One thread of a process reports. From then on nothing else can stop it: it
/// cannot be cancelled, the program's signals are blocked, and another thread
/// that crashes meanwhile waits for the end of the process.
///
/// The reporter is known by its process and its thread. So the child of a fork
/// that has copied its parent's reporter has none. That holds for a child of
/// `_Fork` or `vfork`, too, for which no handlers are called.
///
//===----------------------------------------------------------------------===//

#include "report/ReportParts.h"
#include "report/Watchdog.h"

#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace deferc {
namespace {

uint64_t Reporter; ///< Its process and thread, or 0.
sigset_t OldMask;  ///< The signals that it blocked before.
__thread bool IsReporter __attribute__((tls_model("initial-exec")));

uint64_t thisThread() {
  return uint64_t(getpid()) << 32 | static_cast<uint32_t>(gettid());
}

uint64_t currentReporter() {
  return __atomic_load_n(&Reporter, __ATOMIC_ACQUIRE);
}

/// Whether a reporter is a living thread of this process. It may not be: a text
/// function may have left its report by a jump, and ended the thread.
bool isAlive(uint64_t Thread) {
  pid_t Process = Thread >> 32, Id = static_cast<uint32_t>(Thread);
  return Thread && Process == getpid() &&
         syscall(SYS_tgkill, Process, Id, 0) == 0;
}

/// Blocks all signals but those of faults. A handler could leave the report by
/// a jump, or end the thread. For a fault whose signal is blocked, the kernel
/// would end the process.
void blockSignals(sigset_t &Before) {
  sigset_t Others;
  sigfillset(&Others);
  for (int Fault : FaultSignals)
    sigdelset(&Others, Fault);
  pthread_sigmask(SIG_BLOCK, &Others, &Before);
}

/// Makes this thread the reporter. Waits while another living thread is it.
void takeReport() {
  constexpr unsigned Microseconds = 20000;
  uint64_t Me = thisThread();
  for (;;) {
    uint64_t By = currentReporter();
    if (isAlive(By))
      usleep(Microseconds);
    else if (__atomic_compare_exchange_n(&Reporter, &By, Me, false,
                                         __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
      return;
  }
}

} // namespace

bool isReporter() noexcept { return IsReporter; }

bool becomeReporter() noexcept {
  if (IsReporter && currentReporter() == thisThread())
    return false;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, nullptr);
  sigset_t Before;
  blockSignals(Before);
  takeReport();
  OldMask = Before;
  IsReporter = true;
  return true;
}

bool otherThreadReports() noexcept {
  uint64_t By = currentReporter();
  return By && By != thisThread() && isAlive(By);
}

bool forgetReporter() noexcept {
  if (!Reporter)
    return false;
  Reporter = 0;
  if (IsReporter) // Forked by the text function of a value.
    pthread_sigmask(SIG_SETMASK, &OldMask, nullptr);
  IsReporter = false;
  return true;
}

} // namespace deferc
