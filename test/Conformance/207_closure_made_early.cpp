// RUN: %conformance %s
//
// Intent: defer make()(): the closure is made early, it reads the result late.

#include "twin.h"

static int f() {
  defer_result int R = 0;
  defer[&R] {
    std::printf("made with %d\n", R);
    return [&R] {
      std::printf("runs with %d\n", R);
      R *= 2;
    };
  }
  ()();
  R = 1;
  return 21;
}

int main() { std::printf("%d\n", f()); }
