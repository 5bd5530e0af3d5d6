// RUN: %conformance %s
//
// Intent: only the first recover sees the value.

#include "twin.h"

static void f() {
  defer { println("later defer sees nil:", !recover()); }
  defer {
    auto A = recover();
    auto B = recover();
    println("a", A, "b is nil:", !B);
  }
  panic("x");
}

int main() { f(); }
