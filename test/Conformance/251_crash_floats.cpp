// RUN: %conformance %s
//
// Intent: a float has seven digits: half a unit is added and the rest cut
// off.

#include "twin.h"

int main() {
  defer panic(1234567.5);
  defer panic(9.9999995);
  defer panic(775.83765);
  defer panic(-0.00012345675);
  defer panic(1e-300);
  panic(1.0 / 3);
}
