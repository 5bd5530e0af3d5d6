// RUN: %conformance %s
//
// Intent: a defer in a loop registers one call per iteration, each with its own
// arguments.

#include "twin.h"

static void show(int I, int Square) { printf("%d %d\n", I, Square); }

int main(void) {
  for (int I = 0; I < 4; ++I)
    defer show(I, I * I);
  puts("loop done");
}
