// RUN: %conformance %s
//
// Intent: a deferred call recovers a panic and then calls Goexit.

#include "twin-thread.h"

static void body() {
  defer std::puts("d1");
  defer {
    println("recovered", recover());
    goexit();
  }
  panic("p");
}

int main() {
  onThread([] {
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
