// RUN: %conformance %s
//
// Intent: a panic inside Goexit's deferred call, recovered further out: Goexit
// still finishes.

#include "twin.h"

static void inner(void) {
  defer {
    puts("inner defer panics");
    panic("during goexit");
  }
  goexit();
}

static void middle(void) {
  defer { println("middle recovered", recover()); }
  inner();
  puts("not reached: middle");
}

static void thread(void) {
  defer puts("goroutine defer");
  middle();
  puts("not reached: goroutine body");
}

int main(void) {
  onThread(thread);
  puts("end");
}
