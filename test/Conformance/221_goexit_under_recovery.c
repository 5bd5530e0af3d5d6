// RUN: %conformance %s
//
// Intent: a deferred call recovers, panics again, and an older one calls
// Goexit: nothing is left.

#include "twin.h"

static void body(void) {
  defer { println("oldest", recover()); }
  defer {
    puts("goexit");
    goexit();
  }
  defer {
    println("got", recover());
    panic("again");
  }
  panic("first");
}

static void thread(void) {
  defer { println("outer", recover()); }
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
