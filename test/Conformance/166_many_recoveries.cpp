// RUN: %conformance %s
//
// Intent: ten thousand recovered panics leave nothing behind.

#include "twin.h"

static int fail(int N) {
  defer_result int R = 0;
  defer {
    if (auto V = recover())
      R = V.as<int>();
  }
  panic(N);
}

int main() {
  int S = 0;
  for (int I = 0; I < 10000; ++I)
    S += fail(I) % 7;
  println(S, !recover());
}
