// RUN: %conformance %s
//
// Intent: loop defers and ordinary defers of one function run in one order.

#include "twin.h"

static void show(const char *S, int I) { printf("%s %d\n", S, I); }

static int run(int N) {
  defer show("first", 0);
  for (int I = 0; I < N; ++I)
    defer show("loop", I);
  defer show("middle", 1);
  if (N > 2) {
    defer show("many", N);
    return N;
  }
  for (int I = N; I > 0; --I)
    defer show("second loop", I);
  return -N;
}

int main(void) {
  printf("%d\n", run(2));
  printf("%d\n", run(3));
  printf("%d\n", run(0));
}
