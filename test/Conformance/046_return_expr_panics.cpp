// RUN: %conformance %s
//
// Intent: when the return expression panics the named result keeps its old
// value.

#include "twin.h"

static int boom() { panic("boom"); }

static int f() {
  defer_result int R = 0;
  defer {
    std::printf("r before recover %d\n", R);
    recover();
    R += 5;
  }
  R = 10;
  return boom();
}

int main() { std::printf("%d\n", f()); }
