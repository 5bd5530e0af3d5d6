// RUN: %conformance %s
//
// Intent: crash: integer division by zero, then a panic in a deferred call.

#include "twin.h"

int main() {
  int Zero = 0;
  defer { panic("cleanup failed"); }
  std::printf("%d\n", quotient(1, Zero));
}
