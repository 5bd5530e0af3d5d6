// RUN: %conformance %s
//
// Intent: Goexit after a recovered panic.

#include "twin.h"

static void safe(void) {
  defer { println("recovered", recover()); }
  panic("p");
}

static void thread(void) {
  defer puts("last");
  safe();
  goexit();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
