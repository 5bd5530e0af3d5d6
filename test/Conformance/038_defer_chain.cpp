// RUN: %conformance %s
//
// Intent: each deferred call defers the next; the older defers wait for all of
// them.

#include "twin.h"

static void step(int N) {
  std::printf("step %d\n", N);
  if (N > 0)
    defer step(N - 1);
  defer std::printf("leaving %d\n", N);
}

int main() {
  defer std::puts("oldest");
  defer step(3);
  std::puts("body");
}
