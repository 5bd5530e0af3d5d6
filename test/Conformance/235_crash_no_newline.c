// RUN: %conformance %s
//
// Intent: crash: what stdout holds without a newline is there before the
// report.

#include "twin.h"

int main(void) {
  printf("no newline ");
  defer printf("deferred ");
  panic("x");
}
