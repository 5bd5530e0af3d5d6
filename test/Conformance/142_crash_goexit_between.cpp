// RUN: %conformance %s
//
// Intent: crash: panic, Goexit, panic: which lines are printed.

#include "twin-thread.h"

int main() {
  onThread([] {
    defer { panic("after goexit"); }
    defer { goexit(); }
    panic("before goexit");
  });
  std::puts("not reached");
}
