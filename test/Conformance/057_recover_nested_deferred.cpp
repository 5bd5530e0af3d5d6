// RUN: %conformance %s
//
// Intent: a closure deferred by the deferred function and run on its normal
// return cannot recover.

#include "twin.h"

static void f() {
  defer { println("older got", recover()); }
  defer {
    defer { println("nested sees nil:", !recover()); }
    std::puts("deferred runs");
  }
  panic("p");
}

int main() { f(); }
