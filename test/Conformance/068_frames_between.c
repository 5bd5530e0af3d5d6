// RUN: %conformance %s
//
// Intent: frames between the panic and the recovering frame run their defers
// innermost first.

#include "twin.h"

static void f3(void) {
  defer puts("f3 d1");
  defer puts("f3 d2");
  panic("deep");
}

static void f2(void) {
  defer puts("f2 d1");
  f3();
  puts("f2 not reached");
}

static void f1(void) {
  defer puts("f1 d1 (after recovery)");
  defer { println("f1 recovered", recover()); }
  defer puts("f1 d2 (before recovery)");
  f2();
  puts("f1 not reached");
}

int main(void) {
  f1();
  puts("main goes on");
}
