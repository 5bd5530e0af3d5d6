// RUN: %every_way_c
//
// Intent: longjmp skips deferred calls; what it skipped is never run, not by an exit
// or a panic further out, not when another frame stands where the skipped one stood.

// CHECK-NOT:  skipped
// CHECK:      outer 1
// CHECK-NEXT: outer 0
// CHECK-NEXT: recovered p
// CHECK-NEXT: end

#include <defer.h>
#include <setjmp.h>
#include <stdio.h>

static jmp_buf Back;

__attribute__((noinline)) static void skipped(int N) {
  for (int I = 0; I < N; I++)
    defer puts("skipped");
  defer puts("skipped");
  if (N)
    longjmp(Back, N);
}

__attribute__((noinline)) static void panics(int N) {
  volatile char Room[600];
  Room[N] = 1;
  panic("p");
}

static void recovers(void) {
  defer_recovered R = recover();
  if (R.kind != DEFER_NONE)
    printf("recovered %s\n", defer_text(&R));
}

__attribute__((noinline)) static void outer(void) {
  defer recovers();
  for (int I = 0; I < 2; I++)
    defer printf("outer %d\n", I);
  volatile int Round = 0;
  setjmp(Back);
  Round = Round + 1;
  if (Round < 4)
    skipped(Round);
  panics(Round);
}

int main(void) {
  outer();
  puts("end");
  return 0;
}
