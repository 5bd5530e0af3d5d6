// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: crash: integer division by zero, then a panic in a deferred call.

#include "twin.h"

int main() {
  int Zero = 0;
  defer { panic("cleanup failed"); }
  std::printf("%d\n", 1 / Zero);
}
