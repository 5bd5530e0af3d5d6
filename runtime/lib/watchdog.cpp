//===- watchdog.cpp - A report that always ends ---------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Watchdog.h by a timer of the kernel whose signal goes to the
/// reporting thread alone (timer_create(2), SIGEV_THREAD_ID): the signals of
/// alarm() and setitimer() may be taken by any thread. The system calls are
/// made directly, since the C library's function for the first one may
/// allocate. Where the kernel refuses, as a seccomp filter may have it, there
/// is no timer.
///
//===----------------------------------------------------------------------===//

#include "Watchdog.h"

#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace deferc {
namespace {

void (*OnExpire)();
pid_t Watched; ///< The reporting thread.
int Timer;
bool HaveTimer;

void expire(int) { OnExpire(); }

/// Lets the signal reach this thread, which may have blocked it.
void unblock(int Signal) {
  sigset_t Set;
  sigemptyset(&Set);
  sigaddset(&Set, Signal);
  pthread_sigmask(SIG_UNBLOCK, &Set, nullptr);
}

void watchTime() {
  int Signal = findFreeSignal();
  if (!Signal)
    Signal = SIGALRM;
  sigevent Event = {};
  Event.sigev_notify = SIGEV_THREAD_ID;
  Event.sigev_signo = Signal;
  Event._sigev_un._tid = Watched; // Has a name from glibc 2.38 on.
  if (!handleSignal(Signal, expire, SA_NODEFER))
    return;
  unblock(Signal);
  HaveTimer = syscall(SYS_timer_create, CLOCK_MONOTONIC, &Event, &Timer) == 0;
  restartWatchdog();
}

void watchFaults() {
  constexpr int Signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
  for (int Signal : Signals) {
    struct sigaction Old;
    if (sigaction(Signal, nullptr, &Old) == 0 && !(Old.sa_flags & SA_SIGINFO) &&
        Old.sa_handler == SIG_DFL)
      handleSignal(Signal, faultDuringReport, SA_NODEFER);
    unblock(Signal);
  }
}

} // namespace

void startWatchdog(void (*Expire)()) noexcept {
  OnExpire = Expire;
  Watched = gettid();
  watchFaults();
  watchTime();
}

void restartWatchdog() noexcept {
  if (!HaveTimer)
    return;
  itimerspec Time = {};
  Time.it_value.tv_sec = ReportPatienceInSeconds;
  syscall(SYS_timer_settime, Timer, 0, &Time, nullptr);
}

void faultDuringReport(int) noexcept {
  if (gettid() == Watched)
    OnExpire();
  for (;;)
    pause();
}

int findFreeSignal() noexcept {
  for (int Signal = SIGRTMAX; Signal >= SIGRTMIN; --Signal) {
    struct sigaction Old;
    if (sigaction(Signal, nullptr, &Old) == 0 && !(Old.sa_flags & SA_SIGINFO) &&
        Old.sa_handler == SIG_DFL)
      return Signal;
  }
  return 0;
}

bool handleSignal(int Signal, void (*Handler)(int), int Flags) noexcept {
  struct sigaction Action = {};
  Action.sa_handler = Handler;
  Action.sa_flags = SA_ONSTACK | Flags;
  sigemptyset(&Action.sa_mask);
  return sigaction(Signal, &Action, nullptr) == 0;
}

} // namespace deferc
