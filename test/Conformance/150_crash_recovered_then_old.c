// RUN: %conformance %s
//
// Intent: crash: the second is recovered inside a deferred call, a third is
// raised by an older defer.

#include "twin.h"

int main(void) {
  defer { panic("three"); }
  defer {
    defer { println("got", recover()); }
    panic("two");
  }
  panic("one");
}
