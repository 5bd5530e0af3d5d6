// RUN: %conformance %s
//
// Intent: crash: floats print with sign, six digits and a three-digit exponent.

#include "twin.h"

int main(void) {
  volatile double Zero = 0.0;
  defer { panic(-1 / Zero); }
  defer { panic(__builtin_fabs(Zero / Zero)); }
  defer { panic(0.1f); }
  defer { panic(-123456.789); }
  defer { panic(1e100); }
  defer { panic(1e-7); }
  panic(Zero + 0);
}
