// RUN: %conformance %s
//
// Intent: panic, defer, recover; execution continues after the call of the
// recovering function.

#include "twin.h"

static void f() {
  defer {
    auto R = recover();
    println("recovered", R);
  }
  std::puts("before");
  panic(42);
}

int main() {
  f();
  std::puts("main continues");
}
