// RUN: %conformance %s
//
// Intent: Goexit called by a deferred function on the normal exit path.

#include "twin.h"

static void body(void) {
  defer puts("d1 still runs");
  defer {
    puts("d2 calls Goexit");
    goexit();
  }
  puts("body returns");
}

static void thread(void) {
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
