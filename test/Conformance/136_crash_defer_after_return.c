// RUN: %conformance %s
//
// Intent: crash: a deferred call panics after a normal return.

#include "twin.h"

static int f(void) {
  defer { panic("in defer"); }
  return 1;
}

int main(void) {
  defer puts("main defer");
  printf("%d\n", f());
}
