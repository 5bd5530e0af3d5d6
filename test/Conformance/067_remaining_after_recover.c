// RUN: %conformance %s
//
// Intent: defers registered before the recovering one still run, normally,
// after it.

#include "twin.h"

static void f(void) {
  defer { println("d1, panicking:", truth(recover().kind)); }
  defer { println("d2, panicking:", truth(recover().kind)); }
  defer { println("d3, panicking:", truth(recover().kind)); }
  panic(1);
}

int main(void) { f(); }
