// RUN: %conformance %s
//
// Intent: defer recover() inside a deferred closure does stop the panic (gc
// behaviour).

#include "twin.h"

static void inner() {
  defer {
    defer recover();
    std::puts("in deferred closure");
  }
  panic("stopped");
}

int main() {
  inner();
  std::puts("main continues");
}
