// RUN: %conformance %s
//
// Intent: a deferred function that panics and recovers internally leaves the
// outer panic alone.

#include "twin.h"

static void quiet(void) {
  defer { println("quiet recovered", recover()); }
  panic("inner");
}

static void f(void) {
  defer { println("f recovered", recover()); }
  defer quiet();
  defer {
    puts("calling quiet by hand");
    quiet();
  }
  panic("outer");
}

int main(void) { f(); }
