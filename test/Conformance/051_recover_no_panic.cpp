// RUN: %conformance %s
//
// Intent: recover without a panic returns nil, in plain code and in a deferred
// call.

#include "twin.h"

static int f() {
  defer { println("deferred:", !recover()); }
  println("plain:", !recover());
  return 3;
}

int main() {
  std::printf("%d\n", f());
  println("main:", recover());
}
