// RUN: %conformance %s
//
// Intent: crash: a payload with an Error method prints its text.

#include "twin.h"

// An error of C is its text.
int main(void) {
  defer { panicf("my error %d", 2); }
  panicf("my error %d", 1);
}
