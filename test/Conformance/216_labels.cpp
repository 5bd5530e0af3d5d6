// RUN: %conformance %s
//
// Intent: break and continue to labels leave loops with the calls registered so
// far.

#include "twin.h"

static void show(int I, int J) { std::printf("%d %d\n", I, J); }

static void run() {
  for (int I = 0; I < 4; ++I) {
    for (int J = 0; J < 4; ++J) {
      if (J == 2)
        goto nextOuter;
      if (I == 2)
        goto left;
      defer show(I, J);
    }
  nextOuter:;
  }
left:
  std::puts("loops left");
}

int main() { run(); }
