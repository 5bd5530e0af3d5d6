// RUN: %conformance %s
//
// Intent: crash: three panics, each raised by a deferred call of the one
// before.

#include "twin.h"

int main(void) {
  defer { panic("third"); }
  defer {
    defer { panic("second"); }
  }
  panic("first");
}
