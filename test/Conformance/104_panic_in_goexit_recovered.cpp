// RUN: %conformance %s
//
// Intent: a panic inside Goexit's deferred call, recovered further out: Goexit
// still finishes.

#include "twin-thread.h"

static void inner() {
  defer {
    std::puts("inner defer panics");
    panic("during goexit");
  }
  goexit();
}

static void middle() {
  defer { println("middle recovered", recover()); }
  inner();
  std::puts("not reached: middle");
}

int main() {
  onThread([] {
    defer std::puts("goroutine defer");
    middle();
    std::puts("not reached: goroutine body");
  });
  std::puts("end");
}
