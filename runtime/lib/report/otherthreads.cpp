//===- otherthreads.cpp - The stacks of the other threads -----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For DEFERC_TRACEBACK=all and crash. The reporter sends each thread of the
/// process a signal that the program does not use. The handler walks the
/// thread's stack into memory of the reporter and returns. The thread is not
/// held: it might hold a lock of `malloc`, which printing the stack needs.
///
/// None of this may keep a report from its end. A thread that blocks the signal
/// is waited for shortly. A walk over a damaged stack faults, and is left by a
/// jump. The watchdog stands behind all of it.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "report/Trace.h"
#include "report/Watchdog.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <ucontext.h>

namespace deferc {
namespace {

constexpr useconds_t Step = 500; ///< Microseconds.
/// How long to wait. A thread that blocks the signal may be about to unblock
/// it; another one may be waiting for a processor.
constexpr unsigned StepsWhenBlocked = 200, StepsElse = 2000, StepsForAll = 4000;

//===-- In the thread that is asked ---------------------------------------===//

enum State { Asked, Answering, Answered, Broken, GivenUp };

struct Request {
  pid_t Thread;
  int Progress;    ///< A State.
  uint64_t Number; ///< Of the g, 0 when the thread has none.
  Stack Frames;
};

Request *Current;
__thread sigjmp_buf *Escape; ///< Where a walk that faults goes on, or null.

bool moveOn(Request *R, int From, int To) {
  return __atomic_compare_exchange_n(&R->Progress, &From, To, false,
                                     __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
}

void answer(int, siginfo_t *, void *Context) {
  int Error = errno;
  Request *R = __atomic_load_n(&Current, __ATOMIC_ACQUIRE);
  if (R && R->Thread == gettid() && moveOn(R, Asked, Answering)) {
    sigjmp_buf Here;
    int Result = Broken;
    if (sigsetjmp(Here, 1) == 0) {
      Escape = &Here;
      G *Self = __deferc_g;
      R->Number = Self ? Self->Number : R->Thread == getpid();
      R->Frames.walkInterrupted(
          static_cast<ucontext_t *>(Context)->uc_mcontext.gregs[REG_RIP]);
      Result = Answered;
    }
    Escape = nullptr;
    __atomic_store_n(&R->Progress, Result, __ATOMIC_RELEASE);
  }
  errno = Error;
}

void leaveWalk(int Signal, siginfo_t *Info, void *Context) {
  if (Escape)
    siglongjmp(*Escape, 1);
  faultDuringReport(Signal, Info, Context);
}

//===-- In the thread that reports ----------------------------------------===//

/// A real-time signal that the program leaves alone; 0 when there is none.
int findFreeSignal() {
  for (int Signal = SIGRTMAX; Signal >= SIGRTMIN; --Signal) {
    struct sigaction Old;
    if (sigaction(Signal, nullptr, &Old) == 0 && !(Old.sa_flags & SA_SIGINFO) &&
        Old.sa_handler == SIG_DFL)
      return Signal;
  }
  return 0;
}

bool handle(int Signal, void (*Handler)(int, siginfo_t *, void *), int Flags,
            bool BlocksOthers) {
  struct sigaction Action = {};
  Action.sa_sigaction = Handler;
  Action.sa_flags = SA_SIGINFO | SA_ONSTACK | Flags;
  if (BlocksOthers) {
    sigfillset(&Action.sa_mask);
    sigdelset(&Action.sa_mask, SIGSEGV);
    sigdelset(&Action.sa_mask, SIGBUS);
  }
  return sigaction(Signal, &Action, nullptr) == 0;
}

/// Installs the handlers. Returns the signal to ask by; 0 when there is none.
int prepare() {
  handle(SIGSEGV, leaveWalk, SA_NODEFER, /*BlocksOthers=*/false);
  handle(SIGBUS, leaveWalk, SA_NODEFER, /*BlocksOthers=*/false);
  int Signal = findFreeSignal();
  bool Handled =
      Signal && handle(Signal, answer, SA_RESTART, /*BlocksOthers=*/true);
  return Handled ? Signal : 0;
}

Request *makeRequest() {
  void *Memory = mmap(nullptr, sizeof(Request), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (Memory == MAP_FAILED)
    return nullptr;
  auto *R = static_cast<Request *>(Memory); // All zero.
  R->Frames.reserve();
  return R;
}

/// The text of a small file of a thread.
size_t readFile(pid_t Thread, const char *Name, char *Text, size_t Size) {
  char Path[64];
  snprintf(Path, sizeof Path, "/proc/self/task/%d/%s", Thread, Name);
  int FD = open(Path, O_RDONLY | O_CLOEXEC);
  ssize_t N = FD < 0 ? 0 : read(FD, Text, Size - 1);
  if (FD >= 0)
    close(FD);
  Text[N > 0 ? N : 0] = '\0';
  return N > 0 ? N : 0;
}

/// Whether the thread blocks the signal at the moment, as far as one can know.
bool blocks(pid_t Thread, int Signal) {
  char Text[4096];
  readFile(Thread, "status", Text, sizeof Text);
  const char *Mask = strstr(Text, "SigBlk:");
  return Mask &&
         (strtoull(Mask + strlen("SigBlk:"), nullptr, 16) >> (Signal - 1) & 1);
}

/// Has a thread walk its stack. False when the thread does not do so in time:
/// it may then still use the request later.
bool ask(Request &R, pid_t Thread, int Signal, unsigned &Budget) {
  unsigned Steps = blocks(Thread, Signal) ? StepsWhenBlocked : StepsElse;
  R.Thread = Thread;
  __atomic_store_n(&R.Progress, Asked, __ATOMIC_RELEASE);
  __atomic_store_n(&Current, &R, __ATOMIC_RELEASE);
  if (syscall(SYS_tgkill, getpid(), Thread, Signal) != 0) {
    R.Progress = GivenUp;
    return false;
  }
  for (unsigned I = 0; I != Steps; ++I) {
    int Now = __atomic_load_n(&R.Progress, __ATOMIC_ACQUIRE);
    if (Now == Answered || Now == Broken)
      return true;
    if (Budget == 0 && I)
      break;
    usleep(Step);
    Budget -= Budget != 0;
  }
  moveOn(&R, Asked, GivenUp);
  return false;
}

/// What the thread is doing, in Go's words; null when it has ended. (The main
/// thread is listed until the process ends.)
const char *stateOf(pid_t Thread) {
  char Text[512];
  readFile(Thread, "stat", Text, sizeof Text);
  const char *End = strrchr(Text, ')'); // Of the name, which may have some.
  char Letter = End && End[1] ? End[2] : 'R';
  if (Letter == 'Z' || Letter == 'X')
    return nullptr;
  return Letter == 'R' ? "running" : "syscall";
}

void printThread(Printer &Out, Request *&R, pid_t Thread, int Signal,
                 unsigned &Budget) {
  if (syscall(SYS_tgkill, getpid(), Thread, 0) != 0)
    return; // It has ended.
  const char *State = stateOf(Thread);
  if (!State)
    return;
  if (!R)
    R = makeRequest();
  bool Answers = R && Signal && ask(*R, Thread, Signal, Budget);
  if (Answers && R->Number) {
    Out.addf("\ngoroutine %llu [%s]:\n",
             static_cast<unsigned long long>(R->Number), State);
  } else {
    char Name[32];
    size_t Size = readFile(Thread, "comm", Name, sizeof Name);
    if (Size && Name[Size - 1] == '\n')
      Name[Size - 1] = '\0';
    Out.addf("\nthread %d (%s) [%s]:\n", Thread, Name, State);
  }
  if (Answers && R->Frames.size())
    printStack(Out, R->Frames, true);
  else
    Out.add("\tgoroutine running on other thread; stack unavailable\n");
  Out.flush();
  if (!Answers && R && R->Progress != GivenUp)
    R = nullptr; // Left to the thread.
}

} // namespace

void printOtherThreads(Printer &Out) noexcept {
  Out.flush();
  pid_t Reporter = gettid();
  int Signal = prepare();
  DIR *Threads = opendir("/proc/self/task");
  if (!Threads)
    return;
  Request *R = nullptr;
  unsigned Budget = StepsForAll;
  while (dirent *Entry = readdir(Threads)) {
    pid_t Thread = atoi(Entry->d_name);
    if (Thread <= 0 || Thread == Reporter)
      continue;
    restartWatchdog();
    printThread(Out, R, Thread, Signal, Budget);
  }
  closedir(Threads);
}

} // namespace deferc
