// RUN: %conformance %s
//
// Intent: crash: the same value recovered and raised again twice (1.25+ folds
// equal neighbours).

#include "twin.h"

int main() {
  defer {
    auto R = recover();
    panic(R);
  }
  defer {
    auto R = recover();
    panic(R);
  }
  panic("same");
}
