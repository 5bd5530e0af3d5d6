// RUN: %conformance %s
//
// Intent: a deferred call that re-enters its own function.

#include "twin.h"

static int Depth;

static void f(int N) {
  ++Depth;
  int My = Depth;
  if (N > 0) {
    defer f(N - 1);
    defer f(N - 2);
  }
  std::printf("n %d call %d\n", N, My);
}

int main() { f(3); }
