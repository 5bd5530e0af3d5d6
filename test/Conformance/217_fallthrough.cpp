// RUN: %conformance %s
//
// Intent: a switch that falls through registers the defers of both arms.

#include "twin.h"

static void show(const char *S) { std::puts(S); }

static void run(int K) {
  switch (K) {
  case 0:
    defer show("zero");
    __attribute__((fallthrough));
  case 1:
    defer show("one");
    break;
  default:
    defer show("other");
  }
  show("body");
}

int main() {
  run(0);
  run(1);
  run(2);
}
