// RUN: %conformance %s
//
// Intent: deferred calls run by Goexit see the locals of their frames as they
// stand.

#include "twin-thread.h"

static void leaf(int N) {
  int X = N;
  defer { std::printf("leaf x %d\n", X); }
  ++X;
  for (int I = 0; I < 2; ++I) {
    X *= 10;
    if (I == 1)
      goexit();
  }
}

static void top() {
  const char *Y = "before";
  defer { std::printf("top y %s\n", Y); }
  Y = "after";
  leaf(1);
  Y = "never";
}

int main() {
  onThread([] { top(); });
}
