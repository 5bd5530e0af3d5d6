// RUN: %conformance %s
//
// Intent: crash: panic, Goexit, panic: which lines are printed.

#include "twin.h"

static void thread(void) {
  defer { panic("after goexit"); }
  defer { goexit(); }
  panic("before goexit");
}

int main(void) {
  onThread(thread);
  puts("not reached");
}
