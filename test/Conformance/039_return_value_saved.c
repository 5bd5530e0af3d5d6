// RUN: %conformance %s
//
// Intent: a returned local is read before the defers change it.

#include "twin.h"

static int Global;

static int f(void) {
  defer { Global = 100; }
  Global = 7;
  return Global;
}

static int g(void) {
  int X = 5;
  defer { X = 50; }
  return X;
}

int main(void) {
  int F = f();
  printf("%d %d\n", F, Global);
  printf("%d\n", g());
}
