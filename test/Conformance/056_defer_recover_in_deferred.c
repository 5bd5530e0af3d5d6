// RUN: %conformance %s
//
// Intent: defer recover() inside a deferred closure does stop the panic (gc
// behaviour).

#include "twin.h"

static void inner(void) {
  defer {
    defer recover();
    puts("in deferred closure");
  }
  panic("stopped");
}

int main(void) {
  inner();
  puts("main continues");
}
