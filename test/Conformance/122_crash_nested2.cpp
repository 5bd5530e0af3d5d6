// RUN: %conformance %s
//
// Intent: crash: a deferred call panics while panicking.

#include "twin.h"

int main() {
  defer { panic("second"); }
  panic("first");
}
