// RUN: %conformance %s
//
// Intent: Goexit after a recovered panic.

#include "twin-thread.h"

static void safe() {
  defer { println("recovered", recover()); }
  panic("p");
}

int main() {
  onThread([] {
    defer std::puts("last");
    safe();
    goexit();
    std::puts("not reached");
  });
  std::puts("end");
}
