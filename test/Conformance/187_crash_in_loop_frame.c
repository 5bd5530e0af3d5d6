// RUN: %conformance %s
//
// Intent: crash out of a loop of defers, through a frame that recovers another
// panic on the way.

#include "twin.h"

static void noisy(int I) { printf("noisy %d\n", I); }

static void safe(void) {
  defer { println("safe got", recover()); }
  panic("inside");
}

static void f(void) {
  for (int I = 0; I < 3; ++I)
    defer noisy(I);
  defer safe();
  panic("out");
}

int main(void) {
  for (int I = 10; I < 12; ++I)
    defer noisy(I);
  f();
}
