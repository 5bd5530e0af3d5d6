// RUN: %conformance %s
//
// Intent: Goexit under 300 frames, each with a deferred call.

#include "twin.h"

static int N;

static void down(int K) {
  defer { N += K; }
  if (K == 0)
    goexit();
  down(K - 1);
  N = -1;
}

static void thread(void) { down(300); }

int main(void) {
  onThread(thread);
  printf("%d\n", N);
}
