// RUN: %conformance %s
//
// Intent: a recovering closure may set the named result; else it keeps its
// value.

#include "twin.h"

static int f(int K) {
  defer_result int R = 0;
  defer {
    auto X = recover();
    if (X && K == 1)
      R = -1;
  }
  R = 50;
  if (K > 0)
    panic("stop");
  R = 60;
  return R + 1;
}

int main() { std::printf("%d %d %d\n", f(0), f(1), f(2)); }
