// RUN: %conformance %s
//
// Intent: crash: panics from loop-registered deferred calls, all listed.

#include "twin.h"

static void boom(int I) {
  std::printf("boom %d\n", I);
  panic(I);
}

int main() {
  for (int I = 1; I <= 4; ++I)
    defer boom(I);
  panic(99);
}
