// RUN: %conformance %s
//
// Intent: panic and recovery inside one frame that Goexit is leaving.

#include "twin.h"

static void body(void) {
  defer puts("d1");
  defer { println("d2 recovered", recover()); }
  defer { panic("d3"); }
  goexit();
}

static void thread(void) {
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
