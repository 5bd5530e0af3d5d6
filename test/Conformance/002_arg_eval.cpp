// RUN: %conformance %s
//
// Intent: arguments are evaluated when the defer statement runs, not when the
// call runs.

#include "twin.h"

static void show(const char *Tag, int N) { std::printf("%s %d\n", Tag, N); }

int main() {
  int X = 1;
  defer show("x at defer 1 =", X);
  X = 2;
  defer show("x at defer 2 =", X);
  X = X * 10;
  defer show("x+1 at defer 3 =", X + 1);
  X = 99;
  show("x at end =", X);
}
