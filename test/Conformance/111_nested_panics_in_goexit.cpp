// RUN: %conformance %s
//
// Intent: two panics raised by successive deferred calls of Goexit, each
// recovered.

#include "twin-thread.h"

static void inner() {
  defer { println("inner recovered", recover()); }
  defer { panic("one"); }
  goexit();
}

static void outer() {
  defer { println("outer recovered", recover()); }
  defer { panic("two"); }
  inner();
  std::puts("not reached");
}

int main() {
  onThread([] {
    outer();
    std::puts("not reached");
  });
  std::puts("end");
}
