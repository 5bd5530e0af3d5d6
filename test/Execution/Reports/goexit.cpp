// RUN: %deferc++ -O1 -g %s -o %t -pthread
// RUN: not %t panic 2>&1 | FileCheck %s --check-prefix=PANIC
// RUN: not %t main 2>&1 | FileCheck %s --check-prefix=MAIN
//
// Intent: a panic in a deferred call that a goexit runs shows the goexit between that
// call and who ended the thread. When the last thread has ended by goexit, there is no
// stack to show.

#include <cstring>
#include <defer.h>
#include <thread>

#define NOINLINE __attribute__((noinline))

NOINLINE static void deferred() { panic("while ending"); }

NOINLINE static void leave() {
  defer deferred();
  goexit();
}

int main(int, char **Arguments) {
  if (!std::strcmp(Arguments[1], "main"))
    goexit();
  std::thread(leave).join();
}

// PANIC:      panic: while ending
// PANIC:      {{^}}goroutine 2 [running]:
// PANIC-NEXT: {{^}}deferred(...)
// PANIC-NEXT: {{^	.*}}goexit.cpp:15
// PANIC-NEXT: {{^}}goexit(...)
// PANIC-NEXT: {{^	.}}
// PANIC-NEXT: {{^}}leave(...)
// PANIC-NEXT: {{^	.*}}goexit.cpp:19

// MAIN:     fatal error: no goroutines (main called runtime.Goexit) - deadlock!
// MAIN-NOT: {{^.}}
