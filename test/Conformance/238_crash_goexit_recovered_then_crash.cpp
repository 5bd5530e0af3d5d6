// RUN: %conformance %s
//
// Intent: crash: under Goexit one panic is recovered, a later one is not.

#include "twin-thread.h"

static void inner() {
  defer { println("recovered", recover()); }
  defer { panic("one"); }
  goexit();
}

int main() {
  onThread([] {
    defer { panic("two"); }
    inner();
    std::puts("not reached");
  });
  std::puts("not reached");
}
