// RUN: %conformance %s
//
// Intent: crash: two panics in turn under one Goexit; the Goexit prints
// nothing.

#include "twin-thread.h"

int main() {
  onThread([] {
    defer { panic("b"); }
    defer { panic("a"); }
    goexit();
  });
  std::puts("not reached");
}
