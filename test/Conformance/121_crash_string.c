// RUN: %conformance %s
//
// Intent: uncaught string panic from a callee.

#include "twin.h"

static void f(void) {
  defer puts("f defer");
  panic("something bad");
}

int main(void) {
  defer puts("main defer");
  f();
}
