// RUN: %conformance %s
//
// Intent: a named result assigned in an endless loop before a callee panics
// keeps its value.

#include "twin.h"

static void check(int I) {
  if (I == 12)
    panic("twelve");
}

static int f() {
  defer_result int R = 0;
  defer { recover(); }
  for (int I = 0;; ++I) {
    R = I;
    check(I);
  }
}

static int g() {
  defer_result int R = 0;
  defer {
    if (recover())
      R += 1000;
  }
  R = 1;
  R = f() + R;
  check(R - 1);
  R = 77;
  return R;
}

int main() {
  int F = f();
  int G = g();
  std::printf("%d %d\n", F, G);
}
