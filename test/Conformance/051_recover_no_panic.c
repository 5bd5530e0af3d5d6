// RUN: %conformance %s
//
// Intent: recover without a panic returns nil, in plain code and in a deferred
// call.

#include "twin.h"

static int f(void) {
  defer { println("deferred:", truth(!recover().kind)); }
  println("plain:", truth(!recover().kind));
  return 3;
}

int main(void) {
  printf("%d\n", f());
  println("main:", recover());
}
