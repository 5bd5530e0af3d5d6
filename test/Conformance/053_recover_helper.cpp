// RUN: %conformance %s
//
// Intent: recover in a helper called by the deferred function returns nil.

#include "twin.h"

static bool helper() { return bool(recover()); }

static void handler() {
  println("helper recovered:", helper());
  if (auto R = recover())
    println("handler recovered:", R);
}

static void f() {
  defer handler();
  panic(7);
}

int main() { f(); }
