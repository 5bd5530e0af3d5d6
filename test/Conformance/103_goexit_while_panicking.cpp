// RUN: %conformance %s
//
// Intent: Goexit in a deferred call drops the panic; recover gives nil from
// then on.

#include "twin-thread.h"

static void body() {
  defer { println("d1 sees nil:", !recover()); }
  defer {
    std::puts("d2 calls Goexit");
    goexit();
  }
  defer std::puts("d3");
  panic("dropped");
}

int main() {
  onThread([] {
    defer { println("outer sees nil:", !recover()); }
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
