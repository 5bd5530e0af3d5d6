// RUN: %conformance %s
//
// Intent: defers inside switch arms.

#include "twin.h"

static void show(const char *S) { std::puts(S); }

static void run(int K) {
  switch (K) {
  case 0:
    defer show("zero");
    break;
  case 1:
    defer show("one");
    defer show("one again");
    break;
  default:
    defer show("other");
  }
  std::printf("k %d\n", K);
}

int main() {
  run(0);
  run(1);
  run(2);
}
