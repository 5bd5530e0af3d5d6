// RUN: %conformance %s
//
// Intent: a panic in a deferred call replaces the running one; recover returns
// the newest.

#include "twin.h"

static void f() {
  defer { println("second recover nil:", !recover()); }
  defer { println("recovered", recover()); }
  defer { panic("second"); }
  panic("first");
}

int main() {
  f();
  std::puts("done");
}
