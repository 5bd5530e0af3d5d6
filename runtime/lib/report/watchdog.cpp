//===- watchdog.cpp - A report that always ends ---------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Watchdog.h by a timer of the kernel whose signal goes to the
/// reporting thread alone (timer_create(2), SIGEV_THREAD_ID). The system calls
/// are made directly, since the C library's timer_create may allocate. Where
/// the kernel refuses such a timer, the watchdog uses setitimer(2); any thread
/// may get that timer's signal and hands it on. A seccomp filter that ends a
/// process for calling timer_create ends the report, too.
///
/// The timer's signal is SIGURG. Debuggers hand it to the program without a
/// word. When the program uses it, little is lost, since the process ends.
///
/// The handlers run on a stack that is made for them: the program's own stack
/// for signals may be too small for a report, and the thread's may be full.
///
//===----------------------------------------------------------------------===//

#include "report/Watchdog.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace deferc {
namespace {

/// libdw needs more than 128 KiB. Pages that are not touched cost nothing.
constexpr size_t OwnStackSize = 1024 * 1024, GuardSize = 4096;

void (*OnExpire)();
pid_t Process, Watched;   ///< Of the reporting thread.
int Signal;               ///< Of the timer.
struct sigaction Program; ///< What the program does for SIGURG.
int Timer;
enum { NoTimer, ThreadTimer, ProcessTimer } Have;
void (*volatile Requested)(); ///< By runOnOwnStack().

bool isWatched() { return getpid() == Process && gettid() == Watched; }

/// The value that the signals for our handler carry.
void *mark() { return &Watched; }

bool sendToWatched() {
  siginfo_t Info = {};
  Info.si_code = SI_QUEUE;
  Info.si_pid = Process;
  Info.si_value.sival_ptr = mark();
  return syscall(SYS_rt_tgsigqueueinfo, Process, Watched, Signal, &Info) == 0;
}

void expire(int, siginfo_t *Info, void *) {
  bool IsOurs = (Info->si_code == SI_TIMER || Info->si_code == SI_QUEUE) &&
                Info->si_value.sival_ptr == mark();
  bool IsProcessTimer = Have == ProcessTimer && Info->si_code == SI_KERNEL;
  if (!IsOurs && !IsProcessTimer)
    return; // The program's, from before the report.
  if (!isWatched()) {
    if (IsProcessTimer && getpid() == Process)
      sendToWatched();
    return;
  }
  if (auto *Function = Requested) {
    Requested = nullptr;
    Function();
  }
  OnExpire();
}

bool handle(int Number, void (*Handler)(int, siginfo_t *, void *)) {
  struct sigaction Action = {};
  Action.sa_sigaction = Handler;
  Action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&Action.sa_mask);
  return sigaction(Number, &Action, nullptr) == 0;
}

/// Unblocks the signal in this thread. Pending ones are thrown away first.
void unblock(int Number) {
  sigset_t Set;
  sigemptyset(&Set);
  sigaddset(&Set, Number);
  const timespec Now = {};
  while (sigtimedwait(&Set, nullptr, &Now) > 0)
    ;
  pthread_sigmask(SIG_UNBLOCK, &Set, nullptr);
}

void watchTime() {
  Signal = SIGURG;
  sigaction(Signal, nullptr, &Program);
  if (!handle(Signal, expire))
    return;
  sigevent Event = {};
  Event.sigev_notify = SIGEV_THREAD_ID;
  Event.sigev_signo = Signal;
  Event.sigev_value.sival_ptr = mark();
  Event._sigev_un._tid = Watched; // Has a name from glibc 2.38 on.
  unblock(Signal);
  if (syscall(SYS_timer_create, CLOCK_MONOTONIC, &Event, &Timer) == 0) {
    Have = ThreadTimer;
  } else if (handle(SIGALRM, expire)) {
    Signal = SIGALRM;
    unblock(Signal);
    Have = ProcessTimer;
  }
  restartWatchdog();
}

void watchFaults() {
  for (int Fault : FaultSignals) {
    struct sigaction Old;
    if (sigaction(Fault, nullptr, &Old) == 0 && !(Old.sa_flags & SA_SIGINFO) &&
        (Old.sa_handler == SIG_DFL || Old.sa_handler == SIG_IGN))
      handle(Fault, faultDuringReport);
    unblock(Fault);
  }
}

/// Makes the stack for the handlers. Does nothing when the thread is on its
/// stack for signals already.
void useOwnStack() {
  void *Memory =
      mmap(nullptr, GuardSize + OwnStackSize, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (Memory == MAP_FAILED)
    return;
  mprotect(Memory, GuardSize, PROT_NONE);
  stack_t Own = {static_cast<char *>(Memory) + GuardSize, 0, OwnStackSize};
  if (sigaltstack(&Own, nullptr) != 0)
    munmap(Memory, GuardSize + OwnStackSize);
}

} // namespace

void startWatchdog(void (*Expire)()) noexcept {
  OnExpire = Expire;
  if (isWatched()) // By the report that this one takes the place of.
    return restartWatchdog();
  Process = getpid();
  Watched = gettid();
  Have = NoTimer;
  Requested = nullptr;
  useOwnStack();
  watchFaults();
  watchTime();
}

void restartWatchdog() noexcept {
  if (Have == ThreadTimer) {
    itimerspec Time = {};
    Time.it_value.tv_sec = Time.it_interval.tv_sec = ReportPatienceInSeconds;
    syscall(SYS_timer_settime, Timer, 0, &Time, nullptr);
  } else if (Have == ProcessTimer) {
    itimerval Time = {};
    Time.it_value.tv_sec = Time.it_interval.tv_sec = ReportPatienceInSeconds;
    setitimer(ITIMER_REAL, &Time, nullptr);
  }
}

void runOnOwnStack(void (*Function)()) noexcept {
  stack_t Now;
  if (sigaltstack(nullptr, &Now) == 0 && !(Now.ss_flags & SS_ONSTACK)) {
    Requested = Function;
    sendToWatched();
    Requested = nullptr;
  }
  Function();
  __builtin_unreachable();
}

void faultDuringReport(int Number, siginfo_t *Info, void *) noexcept {
  bool IsAbort = Number == SIGABRT && Info->si_code == SI_TKILL &&
                 Info->si_pid == getpid();
  if (Info->si_code <= 0 && !IsAbort)
    return;                  // Sent by another process.
  if (getpid() != Process) { // A child's.
    signal(Number, SIG_DFL);
    if (IsAbort)
      raise(Number);
    return; // The fault happens again.
  }
  if (gettid() == Watched)
    OnExpire();
  for (;;)
    pause();
}

void stopWatchdog() noexcept {
  if (!Process)
    return;
  Process = Watched = 0;
  Have = NoTimer;
  for (int Fault : FaultSignals) {
    struct sigaction Now;
    if (sigaction(Fault, nullptr, &Now) == 0 && Now.sa_flags & SA_SIGINFO &&
        Now.sa_sigaction == faultDuringReport)
      signal(Fault, SIG_DFL);
  }
  sigaction(SIGURG, &Program, nullptr);
}

} // namespace deferc
