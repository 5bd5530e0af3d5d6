// RUN: %conformance %s
//
// Intent: a deferred closure can change a named result after return evaluated
// it.

#include "twin.h"

static int f(int N) {
  defer_result int R = 0;
  defer { R *= 2; }
  return N + 1;
}

static int g(int N) {
  defer_result int R = 0;
  defer { R += 100; }
  R = N;
  return R;
}

int main() {
  std::printf("%d %d\n", f(1), f(10));
  std::printf("%d %d\n", g(1), g(10));
}
