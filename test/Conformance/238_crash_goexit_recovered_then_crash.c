// RUN: %conformance %s
//
// Intent: crash: under Goexit one panic is recovered, a later one is not.

#include "twin.h"

static void inner(void) {
  defer { println("recovered", recover()); }
  defer { panic("one"); }
  goexit();
}

static void thread(void) {
  defer { panic("two"); }
  inner();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("not reached");
}
