// RUN: %conformance %s
//
// Intent: uncaught string panic from a callee.

#include "twin.h"

static void f() {
  defer std::puts("f defer");
  panic("something bad");
}

int main() {
  defer std::puts("main defer");
  f();
}
