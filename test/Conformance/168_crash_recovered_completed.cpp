// RUN: %conformance %s
//
// Intent: crash: a panic recovered by a callee of a deferred call is complete
// and not listed.

#include "twin.h"

static void quiet() {
  defer { recover(); }
  panic("quiet");
}

int main() {
  defer {
    quiet();
    panic("second");
  }
  defer quiet();
  panic("first");
}
