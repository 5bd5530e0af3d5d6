// RUN: %conformance %s
//
// Intent: the caller of the recovering function sees a normal return.

#include "twin.h"

static int a(void) {
  defer_result int R = 0;
  defer {
    if (recover().kind)
      R = 1;
  }
  panic("a");
}

static int b(void) {
  defer_result int R = 0;
  defer {
    if (recover().kind)
      R = 99;
  }
  return a() + 10;
}

int main(void) { printf("%d\n", b()); }
