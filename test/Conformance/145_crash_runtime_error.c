// RUN: %conformance %s
//
// Intent: crash: integer division by zero, then a panic in a deferred call.

#include "twin.h"

int main(void) {
  int Zero = 0;
  defer { panic("cleanup failed"); }
  printf("%d\n", quotient(1, Zero));
}
