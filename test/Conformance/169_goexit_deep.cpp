// RUN: %conformance %s
//
// Intent: Goexit under 300 frames, each with a deferred call.

#include "twin-thread.h"

static int N;

static void down(int K) {
  defer { N += K; }
  if (K == 0)
    goexit();
  down(K - 1);
  N = -1;
}

int main() {
  onThread([] { down(300); });
  std::printf("%d\n", N);
}
