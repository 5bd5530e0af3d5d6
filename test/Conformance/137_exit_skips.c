// RUN: %conformance %s
//
// Intent: os.Exit runs no deferred call.

#include "twin.h"

int main(void) {
  defer puts("must not print");
  puts("exiting");
  exit(3);
}
