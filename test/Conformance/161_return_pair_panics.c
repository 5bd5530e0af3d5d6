// RUN: %conformance %s
//
// Intent: a return of two values where the second panics stores neither.

#include "twin.h"

typedef struct Pair {
  int A, B;
} Pair;

static int boom(void) { panic("boom"); }

static Pair f(void) {
  defer_result Pair P = {0, 0};
  defer {
    recover();
    printf("in defer %d %d\n", P.A, P.B);
  }
  P.A = 1;
  P.B = 2;
  return (Pair){5, boom()};
}

int main(void) {
  Pair P = f();
  printf("%d %d\n", P.A, P.B);
}
