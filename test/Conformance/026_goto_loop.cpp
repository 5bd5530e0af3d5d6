// RUN: %conformance %s
//
// Intent: a goto loop around a defer registers it once per iteration.

#include "twin.h"

static void show(int I) { std::printf("defer %d\n", I); }

static void run(int N) {
  int I = 0;
again:
  if (I < N) {
    defer show(I);
    ++I;
    goto again;
  }
  std::printf("registered %d\n", I);
}

int main() {
  run(3);
  run(0);
}
