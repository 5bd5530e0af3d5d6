// RUN: %deferc++ -O1 -g %s -o %t -pthread
// RUN: not env DEFERC_TRACEBACK=all %t > %t.all 2>&1
// RUN: FileCheck %s --check-prefix=SLEEPS < %t.all
// RUN: FileCheck %s --check-prefix=RUNS < %t.all
// RUN: FileCheck %s --check-prefix=BLOCKS < %t.all
// RUN: FileCheck %s --check-prefix=BROKEN < %t.all
// RUN: FileCheck %s --check-prefix=MAIN < %t.all
// RUN: not --crash env DEFERC_TRACEBACK=crash %t 2>&1 | FileCheck %s --check-prefix=SLEEPS
// RUN: not %t 2>&1 | FileCheck %s --check-prefix=SINGLE
//
// Intent: `all` and `crash` show the stacks of the other threads too, behind the one that
// crashed: as a goroutine with the state in Go's words where it has deferred, else by its
// id and name. A thread that does not answer, or whose stack cannot be read, does not
// keep the report from its end.

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <defer.h>
#include <initializer_list>
#include <pthread.h>
#include <thread>
#include <unistd.h>

#define NOINLINE __attribute__((noinline))

static std::atomic<int> Ready;

NOINLINE static void sleeping() {
  ++Ready;
  for (;;)
    pause();
}

static void nothing() {}

NOINLINE static void withDeferred() {
  for (int I = 0; I < 2; ++I)
    defer nothing();
  sleeping();
}

NOINLINE static void running() {
  pthread_setname_np(pthread_self(), "runs (it is)");
  ++Ready;
  for (volatile int I = 0;; I = I + 1)
    ;
}

NOINLINE static void blocking() {
  pthread_setname_np(pthread_self(), "blocks");
  sigset_t All;
  sigfillset(&All);
  pthread_sigmask(SIG_BLOCK, &All, nullptr);
  sleeping();
}

// Has a stack for signals only.
NOINLINE static void broken() {
  pthread_setname_np(pthread_self(), "broken");
  stack_t Stack = {};
  Stack.ss_size = 1 << 20;
  Stack.ss_sp = std::malloc(Stack.ss_size);
  sigaltstack(&Stack, nullptr);
  ++Ready;
  __asm__ volatile("mov $16, %%rsp\n\tmov $16, %%rbp\n0:\tjmp 0b" ::: "memory");
}

NOINLINE static void crash() { panic("crash"); }

int main() {
  for (auto Body : {withDeferred, running, blocking, broken})
    std::thread(Body).detach();
  while (Ready < 4)
    usleep(1000);
  usleep(200000); // Now they wait in the kernel.
  std::thread(crash).join();
}

// SLEEPS:      panic: crash
// SLEEPS:      {{^}}goroutine 3 [running]:
// SLEEPS:      {{^}}crash(...)
// SLEEPS:      {{^}}goroutine 2 [syscall]:
// SLEEPS-NOT:  goroutine
// SLEEPS:      {{^}}sleeping(...)
// SLEEPS-NEXT: {{^	.*}}other-threads.cpp:32
// SLEEPS-NEXT: {{^}}withDeferred(...)
// SLEEPS-NEXT: {{^	.*}}other-threads.cpp:40

// RUNS:      {{^}}thread {{[0-9]+}} (runs (it is)) [running]:
// RUNS-NEXT: {{^}}running(...)
// RUNS-NEXT: {{^	.*}}other-threads.cpp:46

// BLOCKS:       {{^}}thread {{[0-9]+}} (blocks) [syscall]:
// BLOCKS-NEXT:  {{^}}	goroutine running on other thread; stack unavailable
// BLOCKS-EMPTY:

// BROKEN:      {{^}}thread {{[0-9]+}} (broken) [running]:
// BROKEN-NEXT: {{^}}broken(...)
// BROKEN-NEXT: {{^	.*}}other-threads.cpp:66
// BROKEN-EMPTY:

// The main thread is goroutine 1 without having deferred.
// MAIN: {{^}}goroutine 1 [syscall]:
// MAIN: {{^}}main(...)

// SINGLE:      {{^}}goroutine 3 [running]:
// SINGLE-NEXT: {{^}}crash(...)
// SINGLE-NOT:  goroutine
// SINGLE-NOT:  {{^}}thread
