// RUN: %conformance %s
//
// Intent: a panic raised and recovered inside a deferred call of Goexit leaves
// the Goexit alone.

#include "twin.h"

static void safe(const char *S) {
  defer { println("safe got", recover()); }
  panic(S);
}

static void body(void) {
  defer safe("third");
  defer {
    safe("first");
    safe("second");
  }
  goexit();
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
