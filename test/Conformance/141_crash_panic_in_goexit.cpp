// RUN: %conformance %s
//
// Intent: crash: a panic raised by a deferred call of Goexit and not recovered.

#include "twin-thread.h"

int main() {
  onThread([] {
    defer std::puts("older defer");
    defer { panic("in goexit"); }
    goexit();
  });
  std::puts("not reached");
}
