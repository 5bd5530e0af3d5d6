// RUN: %conformance %s
//
// Intent: two panics raised by successive deferred calls of Goexit, each
// recovered.

#include "twin.h"

static void inner(void) {
  defer { println("inner recovered", recover()); }
  defer { panic("one"); }
  goexit();
}

static void outer(void) {
  defer { println("outer recovered", recover()); }
  defer { panic("two"); }
  inner();
  puts("not reached");
}

static void thread(void) {
  outer();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
