// RUN: %conformance %s
//
// Intent: a pointer argument shows later writes.

#include "twin.h"

static void show(int *P) { std::printf("value %d\n", *P); }

int main() {
  int X = 1;
  int Y = 50;
  int *P = &X;
  defer show(P);
  P = &Y;
  defer show(P);
  X = 2;
  Y = 51;
}
