// RUN: %conformance %s
//
// Intent: crash: the same value recovered and raised again twice (1.25+ folds
// equal neighbours).

#include "twin.h"

int main(void) {
  defer {
    defer_recovered R = recover();
    panic(R);
  }
  defer {
    defer_recovered R = recover();
    panic(R);
  }
  panic("same");
}
