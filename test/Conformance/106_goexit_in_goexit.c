// RUN: %conformance %s
//
// Intent: Goexit in a deferred call of Goexit: the inner one finishes the job.

#include "twin.h"

static void body(void) {
  defer puts("d1");
  defer {
    defer puts("d2's own");
    puts("d2");
    goexit();
    puts("not reached: d2");
  }
  goexit();
  puts("not reached: body");
}

static void thread(void) {
  defer puts("last");
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
