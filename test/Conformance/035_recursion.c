// RUN: %conformance %s
//
// Intent: each activation of a recursive function has its own defers.

#include "twin.h"

static int down(int N) {
  defer printf("leave %d\n", N);
  if (N == 0)
    return 0;
  printf("enter %d\n", N);
  return N + down(N - 1);
}

int main(void) { printf("sum %d\n", down(4)); }
