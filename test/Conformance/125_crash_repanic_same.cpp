// RUN: %conformance %s
//
// Intent: crash: recovered, then panic with the same value (1.25+ prints one
// line).

#include "twin.h"

int main() {
  defer {
    auto R = recover();
    panic(R);
  }
  panic("same");
}
