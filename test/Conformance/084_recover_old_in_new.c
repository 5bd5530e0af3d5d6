// RUN: %conformance %s
//
// Intent: three panics deep, each recovered at its own level, innermost first.

#include "twin.h"

static void f(void) {
  defer { println("one?", recover()); }
  defer {
    defer { println("two?", recover()); }
    defer {
      defer { println("three?", recover()); }
      panic("three");
    }
    panic("two");
  }
  panic("one");
}

int main(void) { f(); }
