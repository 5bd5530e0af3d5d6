// RUN: %conformance %s
//
// Intent: a returned local is read before the defers change it.

#include "twin.h"

static int Global;

static int f() {
  defer { Global = 100; }
  Global = 7;
  return Global;
}

static int g() {
  int X = 5;
  defer { X = 50; }
  return X;
}

int main() {
  int F = f();
  std::printf("%d %d\n", F, Global);
  std::printf("%d\n", g());
}
