// RUN: %conformance %s
//
// Intent: Goexit on the main goroutine with no other goroutine: fatal error,
// status 2.

#include "twin.h"

int main(void) {
  defer puts("main defer");
  goexit();
}
