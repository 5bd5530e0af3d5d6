// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -fdefer-fault-panics %s -o %t && %t | FileCheck %s
//
// Intent: in C, too, each function may say whether its faults panic.

#include <defer.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void report(void) {
  defer_recovered R = recover();
  printf("%s\n", defer_text(&R));
}

static _DeferC_fault_panics int load(volatile int *P) {
  defer report();
  return *P;
}

defer_fault_panics static void inBlock(volatile int *P) {
  defer report();
  defer { *P = 1; }
}

defer_no_fault_panics static int unchecked(volatile int *P) {
  defer report();
  return *P;
}

static void onSignal(int Signal) {
  printf("signal %d\n", Signal == SIGSEGV);
  fflush(stdout);
  _Exit(0);
}

int main(void) {
  int *volatile Null = NULL;
  // CHECK: runtime error: invalid memory address
  load(Null);
  // CHECK-NEXT: runtime error: invalid memory address
  inBlock(Null);
  signal(SIGSEGV, onSignal);
  // CHECK-NEXT: signal 1
  unchecked(Null);
  return 1;
}
