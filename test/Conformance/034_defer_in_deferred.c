// RUN: %conformance %s
//
// Intent: a deferred function may defer; those run when it returns.

#include "twin.h"

static void inner(int I) { printf("inner %d\n", I); }

static void outer(int I) {
  defer inner(I * 10);
  defer inner(I * 10 + 1);
  printf("outer %d\n", I);
}

int main(void) {
  defer outer(1);
  defer outer(2);
  defer {
    defer outer(3);
    puts("closure");
  }
  puts("body");
}
