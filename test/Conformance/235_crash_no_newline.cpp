// RUN: %conformance %s
//
// Intent: crash: what stdout holds without a newline is there before the
// report.

#include "twin.h"

int main() {
  std::printf("no newline ");
  defer std::printf("deferred ");
  panic("x");
}
