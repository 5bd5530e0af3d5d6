// RUN: %conformance %s
//
// Intent: crash: a deferred call panics while panicking.

#include "twin.h"

int main(void) {
  defer { panic("second"); }
  panic("first");
}
