// RUN: %conformance %s
//
// Intent: after the newer panic is recovered in the same frame the older one
// does not come back.

#include "twin.h"

static void f() {
  defer { println("f sees nothing:", !recover()); }
  [] {
    defer { println("recovered", recover()); }
    [] {
      defer { panic(2); }
      panic(1);
    }();
    std::puts("not reached");
  }();
  std::puts("f continues");
}

int main() { f(); }
