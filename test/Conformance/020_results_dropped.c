// RUN: %conformance %s
//
// Intent: results of a deferred call are thrown away.

#include "twin.h"

static int Calls;

static int work(int N) {
  ++Calls;
  printf("work %d\n", N);
  return N * 2;
}

static int run(void) {
  defer work(1);
  defer work(2);
  return work(3);
}

int main(void) {
  printf("%d\n", run());
  printf("calls %d\n", Calls);
}
