// RUN: %conformance %s
//
// Intent: crash: a deferred call panics after a normal return.

#include "twin.h"

static int f() {
  defer { panic("in defer"); }
  return 1;
}

int main() {
  defer std::puts("main defer");
  std::printf("%d\n", f());
}
