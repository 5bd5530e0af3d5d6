// RUN: %conformance %s
//
// Intent: a function deferred directly may recover in its own body and carry on
// with more defers of its own.

#include "twin.h"

static int worker(const char *Tag) {
  defer_recovered V = recover();
  defer printf("%s own defer\n", Tag);
  println(Tag, "recovered:", truth(V.kind));
  return 1;
}

static int f(void) {
  defer_result int R = 0;
  defer worker("first registered");
  defer worker("second registered");
  R = worker("called");
  panic("x");
}

int main(void) { printf("%d\n", f()); }
