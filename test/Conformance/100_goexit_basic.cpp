// RUN: %conformance %s
//
// Intent: Goexit runs all deferred calls of the goroutine, innermost frame
// first, then ends it.

#include "twin-thread.h"

static void inner() {
  defer std::puts("inner 1");
  defer std::puts("inner 2");
  goexit();
  std::puts("not reached: inner");
}

static void outer() {
  defer std::puts("outer 1");
  inner();
  std::puts("not reached: outer");
}

int main() {
  onThread([] {
    defer std::puts("goroutine");
    outer();
    std::puts("not reached: goroutine");
  });
  std::puts("main goes on");
}
