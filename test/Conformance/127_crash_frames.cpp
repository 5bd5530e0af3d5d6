// RUN: %conformance %s
//
// Intent: crash: each frame on the way out adds one panic.

#include "twin.h"

static void f() {
  defer { panic("from f's defer"); }
  panic("from f");
}

static void g() {
  defer { panic("from g's defer"); }
  f();
}

int main() {
  defer std::puts("main defer runs once");
  g();
}
