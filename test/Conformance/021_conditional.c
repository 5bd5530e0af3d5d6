// RUN: %conformance %s
//
// Intent: only the defer statements that were executed count, in any
// combination.

#include "twin.h"

static void show(int I) { printf("  d %d\n", I); }

static void run(int Mask) {
  printf("mask %d\n", Mask);
  if (Mask & 1) {
    defer show(1);
  }
  if (Mask & 2)
    defer show(2);
  else
    defer show(-2);
  if (Mask & 4)
    defer show(4);
}

int main(void) {
  for (int M = 0; M < 8; ++M)
    run(M);
}
