// RUN: %conformance %s
//
// Intent: defer recover() itself does not stop the panic of the same function.

#include "twin.h"

static void inner() {
  defer recover();
  panic("not stopped by defer recover()");
}

int main() {
  defer { println("main got:", recover()); }
  inner();
  std::puts("not reached");
}
