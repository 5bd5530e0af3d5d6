// RUN: %conformance %s
//
// Intent: return stores into the named result before the defers run.

#include "twin.h"

static int f(void) {
  defer_result int R = 1;
  defer {
    printf("defer sees %d\n", R);
    R = R + 1;
  }
  return R + 40;
}

int main(void) { printf("%d\n", f()); }
