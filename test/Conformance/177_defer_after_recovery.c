// RUN: %conformance %s
//
// Intent: defers registered after a callee recovered work as ever, open-coded
// and in loops.

#include "twin.h"

static void safe(int N) {
  defer { recover(); }
  if (N > 0)
    panic(N);
}

static void show(const char *S, int I) { printf("%s %d\n", S, I); }

static void f(void) {
  safe(1);
  defer show("f", 1);
  safe(1);
  for (int I = 0; I < 2; ++I) {
    safe(I);
    defer show("f loop", I);
  }
  safe(1);
  defer show("f", 2);
  safe(0);
}

int main(void) {
  defer { println("nothing left:", recover()); }
  f();
}
