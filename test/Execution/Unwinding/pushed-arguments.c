// RUN: %deferc -Os -mllvm -defer-force=stack -S %s -o %t.s && FileCheck --check-prefix=PUSHED --input-file=%t.s %s
// RUN: %deferc -Os -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: a function that recovers a panic of a call with pushed arguments finds its own
// variables where they are: its landing pad begins with the arguments popped.

#include <defer.h>

#include <stdio.h>

static void fail(int A, int B, int C, int D, int E, int F, int G, int H, int I,
                 int J) {
  panicf("%d", A + B + C + D + E + F + G + H + I + J);
}

/// The arguments of a function that is not known are all passed.
static void (*volatile Fail)(int, int, int, int, int, int, int, int, int, int) = fail;

static void stop(void) {
  defer_recovered R = recover();
  printf("recovered %s\n", defer_text(&R));
}

static void say(int N) { printf("deferred %d\n", N); }

// PUSHED-LABEL: {{^}}recovers:
// PUSHED:         .cfi_escape 0x2e, 0x20
// PUSHED:         pushq $10
__attribute__((noinline)) static void recovers(int N) {
  defer say(N);
  defer stop();
  Fail(N, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

int main(int Count, char **Arguments) {
  for (int I = 0; I < 3; I++)
    recovers(Count + I);
  // CHECK:      recovered 55
  // CHECK-NEXT: deferred 1
  // CHECK-NEXT: recovered 56
  // CHECK-NEXT: deferred 2
  // CHECK-NEXT: recovered 57
  // CHECK-NEXT: deferred 3
}
