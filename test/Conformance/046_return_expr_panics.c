// RUN: %conformance %s
//
// Intent: when the return expression panics the named result keeps its old
// value.

#include "twin.h"

static int boom(void) { panic("boom"); }

static int f(void) {
  defer_result int R = 0;
  defer {
    printf("r before recover %d\n", R);
    recover();
    R += 5;
  }
  R = 10;
  return boom();
}

int main(void) { printf("%d\n", f()); }
