// RUN: %conformance %s
//
// Intent: a deferred call, then a call that never returns in each arm.

#include "twin.h"

static void fatal(const char *S) { panicf("fatal: %s", S); }

static int pick(int K) {
  defer_result int R = 0;
  defer { println("k", K, "r", R, recover()); }
  switch (K) {
  case 0:
    R = 1;
    fatal("zero");
    break;
  case 1:
    R = 2;
    while (true)
      fatal("one");
  }
  R = 3;
  return R;
}

int main() {
  int A = pick(0), B = pick(1), C = pick(2);
  println(A, B, C);
}
