// RUN: %conformance %s
//
// Intent: os.Exit in a deferred call while panicking: that status and no
// report.

#include "twin.h"

int main() {
  defer std::puts("not reached");
  defer {
    std::puts("exiting");
    std::exit(4);
  }
  panic("never printed");
}
