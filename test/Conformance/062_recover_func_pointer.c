// RUN: %conformance %s
//
// Intent: recover in a function deferred through a function variable.

#include "twin.h"

static void h1(void) { println("h1", recover()); }
static void h2(void) { println("h2", recover()); }
static void closure(void) { println("closure", recover()); }

static void f(void (*H)(void)) {
  defer H();
  panic("v");
}

int main(void) {
  f(h1);
  f(h2);
  f(closure);
}
