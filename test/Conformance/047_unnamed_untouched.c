// RUN: %conformance %s
//
// Intent: with an unnamed result no deferred call can change what the caller
// gets.

#include "twin.h"

typedef struct P {
  int A, B;
} P;

static P f(void) {
  P X = {1, 2};
  defer {
    X.A = 100;
    printf("changed p %d %d\n", X.A, X.B);
  }
  return X;
}

int main(void) {
  P X = f();
  printf("%d %d\n", X.A, X.B);
}
