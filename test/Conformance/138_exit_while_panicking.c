// RUN: %conformance %s
//
// Intent: os.Exit in a deferred call while panicking: that status and no
// report.

#include "twin.h"

int main(void) {
  defer puts("not reached");
  defer {
    puts("exiting");
    exit(4);
  }
  panic("never printed");
}
