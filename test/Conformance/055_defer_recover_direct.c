// RUN: %conformance %s
//
// Intent: defer recover() itself does not stop the panic of the same function.

#include "twin.h"

static void inner(void) {
  defer recover();
  panic("not stopped by defer recover()");
}

int main(void) {
  defer { println("main got:", recover()); }
  inner();
  puts("not reached");
}
