// RUN: %conformance %s
//
// Intent: os.Exit runs no deferred call.

#include "twin.h"

int main() {
  defer std::puts("must not print");
  std::puts("exiting");
  std::exit(3);
}
