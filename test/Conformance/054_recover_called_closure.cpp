// RUN: %conformance %s
//
// Intent: recover in a closure called on the spot by the deferred function
// returns nil.

#include "twin.h"

static void f() {
  defer {
    [] { println("closure sees nil:", !recover()); }();
    println("deferred got", recover());
  }
  panic("p");
}

int main() { f(); }
