// RUN: %conformance %s
//
// Intent: crash: recover one frame too deep does not help.

#include "twin.h"

static void helper(void) {
  defer_recovered R = recover();
  println("helper sees nil:", truth(!R.kind));
}

int main(void) {
  defer { helper(); }
  panic("still fatal");
}
