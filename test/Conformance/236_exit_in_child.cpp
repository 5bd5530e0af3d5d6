// RUN: %conformance %s
//
// Intent: os.Exit in another goroutine: no deferred call of any goroutine runs.

#include "twin-thread.h"

static void child() {
  defer std::puts("must not print: child");
  std::puts("exiting");
  std::exit(5);
}

int main() {
  defer std::puts("must not print: main");
  onThread([] { child(); });
}
