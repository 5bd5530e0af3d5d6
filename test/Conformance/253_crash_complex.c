// RUN: %conformance %s
//
// Intent: a complex number prints as its two parts, floats, in brackets.

#include "twin.h"

#include <math.h>

static void again(void) {
  recover();
  panic(__builtin_complex(3.0, 4.0));
}

int main(void) {
  defer again();
  defer panic(__builtin_complex(INFINITY, NAN));
  defer panic(__builtin_complex(0.0, -0.0));
  defer panic(__builtin_complex(0.1f, -1.5f));
  panic(__builtin_complex(1.0, -2.0));
}
