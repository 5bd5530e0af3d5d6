// RUN: %conformance %s
//
// Intent: Goexit in a deferred call drops the panic; recover gives nil from
// then on.

#include "twin.h"

static void body(void) {
  defer { println("d1 sees nil:", truth(!recover().kind)); }
  defer {
    puts("d2 calls Goexit");
    goexit();
  }
  defer puts("d3");
  panic("dropped");
}

static void thread(void) {
  defer { println("outer sees nil:", truth(!recover().kind)); }
  body();
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
