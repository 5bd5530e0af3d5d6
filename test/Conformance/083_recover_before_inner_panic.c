// RUN: %conformance %s
//
// Intent: recover first, then a second panic in the same deferred call is
// caught by its own defer.

#include "twin.h"

static void f(void) {
  defer {
    defer { println("second", recover()); }
    println("first", recover());
    panic("two");
  }
  panic("one");
}

int main(void) {
  f();
  puts("end");
}
