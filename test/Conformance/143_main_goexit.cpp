// RUN: %conformance %s
//
// Intent: Goexit on the main goroutine with no other goroutine: fatal error,
// status 2.

#include "twin.h"

int main() {
  defer std::puts("main defer");
  goexit();
}
