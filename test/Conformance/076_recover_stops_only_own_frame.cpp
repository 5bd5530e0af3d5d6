// RUN: %conformance %s
//
// Intent: the caller of the recovering function sees a normal return.

#include "twin.h"

static int a() {
  defer_result int R = 0;
  defer {
    if (recover())
      R = 1;
  }
  panic("a");
}

static int b() {
  defer_result int R = 0;
  defer {
    if (recover())
      R = 99;
  }
  return a() + 10;
}

int main() { std::printf("%d\n", b()); }
