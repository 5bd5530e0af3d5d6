// RUN: %conformance %s
//
// Intent: recover in a helper called by the deferred function returns nil.

#include "twin.h"

static bool helper(void) { return recover().kind; }

static void handler(void) {
  println("helper recovered:", truth(helper()));
  defer_recovered R = recover();
  if (R.kind)
    println("handler recovered:", R);
}

static void f(void) {
  defer handler();
  panic(7);
}

int main(void) { f(); }
