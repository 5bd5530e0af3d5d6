// RUN: %conformance %s
//
// Intent: deferring a nil function is accepted; it panics when its turn comes,
// and that panic is recoverable.

#include "twin.h"

static int run() {
  defer_result int R = 0;
  defer {
    if (recover()) {
      std::puts("recovered nil call");
      R = -1;
    }
  }
  defer std::puts("registered before the nil one, runs after it panics");
  void (*F)() = nullptr;
  defer F();
  defer std::puts("registered after the nil one, runs first");
  std::puts("body done");
  return 5;
}

int main() { std::printf("result %d\n", run()); }
