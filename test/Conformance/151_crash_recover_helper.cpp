// RUN: %conformance %s
//
// Intent: crash: recover one frame too deep does not help.

#include "twin.h"

static void helper() {
  auto R = recover();
  println("helper sees nil:", !R);
}

int main() {
  defer { helper(); }
  panic("still fatal");
}
