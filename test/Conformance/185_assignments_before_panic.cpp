// RUN: %conformance %s
//
// Intent: what was assigned before the panic stays, what comes after does not
// happen.

#include "twin.h"

static int A, B, C;

static int boom() { panic("boom"); }

static void f() {
  defer { println(recover(), A, B, C); }
  A = 1;
  B = boom();
  C = 3;
}

int main() {
  B = 20;
  f();
  println(A, B, C);
}
