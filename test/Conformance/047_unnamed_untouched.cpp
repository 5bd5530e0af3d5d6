// RUN: %conformance %s
//
// Intent: with an unnamed result no deferred call can change what the caller
// gets.

#include "twin.h"

struct P {
  int A, B;
};

static P f() {
  P X = {1, 2};
  defer {
    X.A = 100;
    std::printf("changed p %d %d\n", X.A, X.B);
  }
  return X;
}

int main() {
  P X = f();
  std::printf("%d %d\n", X.A, X.B);
}
