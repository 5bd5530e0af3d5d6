// RUN: %conformance %s
//
// Intent: each activation of a recursive function has its own defers.

#include "twin.h"

static int down(int N) {
  defer std::printf("leave %d\n", N);
  if (N == 0)
    return 0;
  std::printf("enter %d\n", N);
  return N + down(N - 1);
}

int main() { std::printf("sum %d\n", down(4)); }
