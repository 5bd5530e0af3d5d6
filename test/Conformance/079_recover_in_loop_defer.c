// RUN: %conformance %s
//
// Intent: one of several loop-registered deferred calls recovers; the rest run
// after it.

#include "twin.h"

static void handler(int I) {
  if (I == 2)
    println("handler", I, "recovers", recover());
  else
    println("handler", I);
}

static void f(void) {
  for (int I = 0; I < 5; ++I)
    defer handler(I);
  panic("loop");
}

int main(void) {
  f();
  puts("after");
}
