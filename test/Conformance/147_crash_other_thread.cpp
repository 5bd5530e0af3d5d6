// RUN: %conformance %s
//
// Intent: a crash in another goroutine ends the process; main's deferred calls
// do not run.

#include "twin-thread.h"

static void body() {
  defer std::puts("goroutine defer");
  panic("elsewhere");
}

int main() {
  defer std::puts("must not print");
  onThread([] { body(); });
  std::puts("not reached");
}
