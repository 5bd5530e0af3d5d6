// RUN: %conformance %s
//
// Intent: crash: a panic recovered in flight, then two more on top of it.

#include "twin.h"

int main(void) {
  defer {
    defer { panic("three"); }
    println("got", recover());
    panic("two");
  }
  panic("one");
}
