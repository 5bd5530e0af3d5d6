// RUN: %conformance %s
//
// Intent: after the newer panic is recovered in the same frame the older one
// does not come back.

#include "twin.h"

static void replaces(void) {
  defer { panic(2); }
  panic(1);
}

static void recovers(void) {
  defer { println("recovered", recover()); }
  replaces();
  puts("not reached");
}

static void f(void) {
  defer { println("f sees nothing:", truth(!recover().kind)); }
  recovers();
  puts("f continues");
}

int main(void) { f(); }
