// RUN: %conformance %s
//
// Intent: Goexit runs all deferred calls of the goroutine, innermost frame
// first, then ends it.

#include "twin.h"

static void inner(void) {
  defer puts("inner 1");
  defer puts("inner 2");
  goexit();
  puts("not reached: inner");
}

static void outer(void) {
  defer puts("outer 1");
  inner();
  puts("not reached: outer");
}

static void thread(void) {
  defer puts("goroutine");
  outer();
  puts("not reached: goroutine");
}

int main(void) {
  onThread(thread);
  puts("main goes on");
}
