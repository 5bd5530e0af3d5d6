// RUN: %conformance %s
//
// Intent: panic, defer, recover; execution continues after the call of the
// recovering function.

#include "twin.h"

static void f(void) {
  defer {
    defer_recovered R = recover();
    println("recovered", R);
  }
  puts("before");
  panic(42);
}

int main(void) {
  f();
  puts("main continues");
}
