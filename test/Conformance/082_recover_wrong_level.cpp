// RUN: %conformance %s
//
// Intent: a nested panic's handler cannot reach the older panic.

#include "twin.h"

static void f() {
  defer { println("level 1 got", recover()); }
  defer {
    defer {
      println("level 2 got", recover());
      println("level 2 again nil:", !recover());
    }
    panic("two");
  }
  panic("one");
}

int main() { f(); }
