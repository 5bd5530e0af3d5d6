// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: crash: a panic, then a division by zero in a deferred call.

#include "twin.h"

int main() {
  int Zero = 0;
  defer { std::printf("%d\n", 1 / Zero); }
  panic("first");
}
