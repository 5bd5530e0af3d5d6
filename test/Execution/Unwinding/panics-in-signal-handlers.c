// RUN: %deferc -O1 %s -o %t
// RUN: timeout 60 %t | FileCheck %s
//
// Intent: a signal handler may panic and recover at any moment of a panic and a recovery
// that it interrupts, also while the process ends.

#include <defer.h>

#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

static volatile long Handled, Wrong;

__attribute__((noinline)) static void number(int N) { panic(N); }
__attribute__((noinline)) static void text(int N) { panicf("number %d", N); }
__attribute__((noinline)) static void error(int N) {
  (void)N;
  deferc_runtime_panic("an error");
}

static void take(int N) {
  defer_recovered R = recover();
  if (!R.kind || (R.kind == DEFER_INT && R.i != N))
    Wrong++;
}

__attribute__((noinline)) static void safe(void (*Panic)(int), int N) {
  defer take(N);
  Panic(N);
}

static void handle(int Signal) {
  (void)Signal;
  static void (*const Ways[])(int) = {number, text, error};
  safe(Ways[Handled % 3], -1);
  Handled++;
}

int main(void) {
  signal(SIGALRM, handle);
  struct itimerval Often = {{0, 50}, {0, 50}};
  setitimer(ITIMER_REAL, &Often, 0);
  for (int I = 0; I < 300000; I++) {
    safe(number, I);
    if (I % 8 == 0)
      safe(error, I);
  }
  printf("%s\n", Handled > 100 && !Wrong ? "right" : "wrong");
}
// CHECK: right
