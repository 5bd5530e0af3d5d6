// RUN: %conformance %s
//
// Intent: a deferred call recovers, panics again, and an older one calls
// Goexit: nothing is left.

#include "twin-thread.h"

static void body() {
  defer { println("oldest", recover()); }
  defer {
    std::puts("goexit");
    goexit();
  }
  defer {
    println("got", recover());
    panic("again");
  }
  panic("first");
}

int main() {
  onThread([] {
    defer { println("outer", recover()); }
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
