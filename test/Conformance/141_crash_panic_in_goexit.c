// RUN: %conformance %s
//
// Intent: crash: a panic raised by a deferred call of Goexit and not recovered.

#include "twin.h"

static void thread(void) {
  defer puts("older defer");
  defer { panic("in goexit"); }
  goexit();
}

int main(void) {
  onThread(thread);
  puts("not reached");
}
