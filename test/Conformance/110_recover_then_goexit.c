// RUN: %conformance %s
//
// Intent: a deferred call recovers a panic and then calls Goexit.

#include "twin.h"

static void body(void) {
  defer puts("d1");
  defer {
    println("recovered", recover());
    goexit();
  }
  panic("p");
}

static void thread(void) {
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
