// RUN: %conformance %s
//
// Intent: several defers change the named result in turn; a shadow in an inner
// block is another variable.

#include "twin.h"

static int f(int N) {
  defer_result int R = 0;
  defer { R = R * 10 + 1; }
  defer { R = R * 10 + 2; }
  if (N > 0) {
    int R = N * 100;
    defer {
      ++R;
      std::printf("shadow %d\n", R);
    }
    return R;
  }
  return N;
}

int main() {
  int A = f(3);
  int B = f(0);
  std::printf("%d %d\n", A, B);
}
