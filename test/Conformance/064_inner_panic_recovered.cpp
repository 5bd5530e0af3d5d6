// RUN: %conformance %s
//
// Intent: a deferred function that panics and recovers internally leaves the
// outer panic alone.

#include "twin.h"

static void quiet() {
  defer { println("quiet recovered", recover()); }
  panic("inner");
}

static void f() {
  defer { println("f recovered", recover()); }
  defer quiet();
  defer {
    std::puts("calling quiet by hand");
    quiet();
  }
  panic("outer");
}

int main() { f(); }
