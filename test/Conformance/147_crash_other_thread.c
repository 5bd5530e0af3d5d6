// RUN: %conformance %s
//
// Intent: a crash in another goroutine ends the process; main's deferred calls
// do not run.

#include "twin.h"

static void body(void) {
  defer puts("goroutine defer");
  panic("elsewhere");
}

static void thread(void) { body(); }

int main(void) {
  defer puts("must not print");
  onThread(thread);
  puts("not reached");
}
