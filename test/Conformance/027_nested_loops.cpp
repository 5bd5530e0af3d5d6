// RUN: %conformance %s
//
// Intent: nested loops with break and continue: the calls registered so far,
// newest first.

#include "twin.h"

static void show(int I, int J) { std::printf("%d %d\n", I, J); }

static void run(int N) {
  for (int I = 0; I < N; ++I) {
    int J = 0;
    while (true) {
      ++J;
      if (J == 2 && I == 1)
        continue;
      if (J > 3)
        break;
      defer show(I, J);
    }
    if (I == 2)
      break;
  }
  std::puts("registered");
}

int main() { run(5); }
