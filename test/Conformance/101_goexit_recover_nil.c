// RUN: %conformance %s
//
// Intent: recover during Goexit returns nil and does not stop it.

#include "twin.h"

static void body(void) {
  defer puts("older defer");
  defer { println("recover is nil:", truth(!recover().kind)); }
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
