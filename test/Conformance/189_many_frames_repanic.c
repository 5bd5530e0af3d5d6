// RUN: %conformance %s
//
// Intent: a hundred levels of recover and panic again leave one value and no
// other trace.

#include "twin.h"

static void f(int N) {
  defer {
    defer_recovered R = recover();
    panic((int)R.i + 1);
  }
  if (N == 0)
    panic(0);
  f(N - 1);
}

static int attempt(void) {
  defer_result int R = 0;
  defer {
    defer_recovered V = recover();
    R = (int)V.i;
  }
  f(99);
  return -1;
}

int main(void) {
  int S = 0;
  for (int I = 0; I < 10; ++I)
    S += attempt();
  println(S, truth(!recover().kind));
}
