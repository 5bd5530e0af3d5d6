// RUN: %conformance %s
//
// Intent: recover in a function deferred through a function variable.

#include "twin.h"

static void h1() { println("h1", recover()); }
static void h2() { println("h2", recover()); }

static void f(void (*H)()) {
  defer H();
  panic("v");
}

int main() {
  f(h1);
  f(h2);
  f([] { println("closure", recover()); });
}
