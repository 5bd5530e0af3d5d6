// RUN: %conformance %s
//
// Intent: deferring a nil function is accepted; it panics when its turn comes,
// and that panic is recoverable.

#include "twin.h"

static int run(void) {
  defer_result int R = 0;
  defer {
    if (recover().kind) {
      puts("recovered nil call");
      R = -1;
    }
  }
  defer puts("registered before the nil one, runs after it panics");
  void (*F)(void) = NULL;
  defer F();
  defer puts("registered after the nil one, runs first");
  puts("body done");
  return 5;
}

int main(void) { printf("result %d\n", run()); }
