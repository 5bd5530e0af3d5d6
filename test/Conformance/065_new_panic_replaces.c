// RUN: %conformance %s
//
// Intent: a panic in a deferred call replaces the running one; recover returns
// the newest.

#include "twin.h"

static void f(void) {
  defer { println("second recover nil:", truth(!recover().kind)); }
  defer { println("recovered", recover()); }
  defer { panic("second"); }
  panic("first");
}

int main(void) {
  f();
  puts("done");
}
