// RUN: %conformance %s
//
// Intent: a hundred levels of recover and panic again leave one value and no
// other trace.

#include "twin.h"

static void f(int N) {
  defer {
    auto R = recover();
    panic(R.as<int>() + 1);
  }
  if (N == 0)
    panic(0);
  f(N - 1);
}

static int attempt() {
  defer_result int R = 0;
  defer {
    auto V = recover();
    R = V.as<int>();
  }
  f(99);
  return -1;
}

int main() {
  int S = 0;
  for (int I = 0; I < 10; ++I)
    S += attempt();
  println(S, !recover());
}
