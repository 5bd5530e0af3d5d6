// RUN: %conformance %s
//
// Intent: a return of two values where the second panics stores neither.

#include "twin.h"

struct Pair {
  int A, B;
};

static int boom() { panic("boom"); }

static Pair f() {
  defer_result Pair P = {};
  defer {
    recover();
    std::printf("in defer %d %d\n", P.A, P.B);
  }
  P.A = 1;
  P.B = 2;
  return {5, boom()};
}

int main() {
  Pair P = f();
  std::printf("%d %d\n", P.A, P.B);
}
