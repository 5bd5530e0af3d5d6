// RUN: %conformance %s
//
// Intent: frames between the panic and the recovering frame run their defers
// innermost first.

#include "twin.h"

static void f3() {
  defer std::puts("f3 d1");
  defer std::puts("f3 d2");
  panic("deep");
}

static void f2() {
  defer std::puts("f2 d1");
  f3();
  std::puts("f2 not reached");
}

static void f1() {
  defer std::puts("f1 d1 (after recovery)");
  defer { println("f1 recovered", recover()); }
  defer std::puts("f1 d2 (before recovery)");
  f2();
  std::puts("f1 not reached");
}

int main() {
  f1();
  std::puts("main goes on");
}
