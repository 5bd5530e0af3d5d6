// RUN: %conformance %s
//
// Intent: a nested panic's handler cannot reach the older panic.

#include "twin.h"

static void f(void) {
  defer { println("level 1 got", recover()); }
  defer {
    defer {
      println("level 2 got", recover());
      println("level 2 again nil:", truth(!recover().kind));
    }
    panic("two");
  }
  panic("one");
}

int main(void) { f(); }
