// RUN: %conformance %s
//
// Intent: os.Exit in another goroutine: no deferred call of any goroutine runs.

#include "twin.h"

static void child(void) {
  defer puts("must not print: child");
  puts("exiting");
  exit(5);
}

static void thread(void) { child(); }

int main(void) {
  defer puts("must not print: main");
  onThread(thread);
}
