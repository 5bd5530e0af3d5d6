// RUN: %conformance %s
//
// Intent: only the first recover sees the value.

#include "twin.h"

static void f(void) {
  defer { println("later defer sees nil:", truth(!recover().kind)); }
  defer {
    defer_recovered A = recover();
    defer_recovered B = recover();
    println("a", A, "b is nil:", truth(!B.kind));
  }
  panic("x");
}

int main(void) { f(); }
