// RUN: %conformance %s
//
// Intent: a function deferred directly may recover in its own body and carry on
// with more defers of its own.

#include "twin.h"

static int worker(const char *Tag) {
  auto V = recover();
  defer std::printf("%s own defer\n", Tag);
  println(Tag, "recovered:", bool(V));
  return 1;
}

static int f() {
  defer_result int R = 0;
  defer worker("first registered");
  defer worker("second registered");
  R = worker("called");
  panic("x");
}

int main() { std::printf("%d\n", f()); }
