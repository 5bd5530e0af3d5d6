// RUN: %conformance %s
//
// Intent: crash out of a loop of defers, through a frame that recovers another
// panic on the way.

#include "twin.h"

static void noisy(int I) { std::printf("noisy %d\n", I); }

static void safe() {
  defer { println("safe got", recover()); }
  panic("inside");
}

static void f() {
  for (int I = 0; I < 3; ++I)
    defer noisy(I);
  defer safe();
  panic("out");
}

int main() {
  for (int I = 10; I < 12; ++I)
    defer noisy(I);
  f();
}
