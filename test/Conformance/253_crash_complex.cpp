// RUN: %conformance %s
//
// Intent: a complex number prints as its two parts, floats, in brackets.

#include "twin.h"

#include <complex>
#include <limits>

static void again() {
  recover();
  panic(std::complex(3.0, 4.0));
}

int main() {
  using Limits = std::numeric_limits<double>;
  defer again();
  defer panic(std::complex(Limits::infinity(), Limits::quiet_NaN()));
  defer panic(std::complex(0.0, -0.0));
  defer panic(std::complex(0.1f, -1.5f));
  panic(std::complex(1.0, -2.0));
}
