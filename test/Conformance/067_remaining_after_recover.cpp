// RUN: %conformance %s
//
// Intent: defers registered before the recovering one still run, normally,
// after it.

#include "twin.h"

static void f() {
  defer { println("d1, panicking:", bool(recover())); }
  defer { println("d2, panicking:", bool(recover())); }
  defer { println("d3, panicking:", bool(recover())); }
  panic(1);
}

int main() { f(); }
