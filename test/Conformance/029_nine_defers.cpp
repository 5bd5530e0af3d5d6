// RUN: %conformance %s
//
// Intent: more than eight defers in a function.

#include "twin.h"

static void show(int I) { std::printf("d %d\n", I); }

static void nine() {
  defer show(1);
  defer show(2);
  defer show(3);
  defer show(4);
  defer show(5);
  defer show(6);
  defer show(7);
  defer show(8);
  defer show(9);
  std::puts("body");
}

static void eight() {
  defer show(1);
  defer show(2);
  defer show(3);
  defer show(4);
  defer show(5);
  defer show(6);
  defer show(7);
  defer show(8);
  std::puts("body");
}

int main() {
  eight();
  nine();
}
