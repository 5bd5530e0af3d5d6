// RUN: %conformance %s
//
// Intent: crash: two panics in turn under one Goexit; the Goexit prints
// nothing.

#include "twin.h"

static void thread(void) {
  defer { panic("b"); }
  defer { panic("a"); }
  goexit();
}

int main(void) {
  onThread(thread);
  puts("not reached");
}
