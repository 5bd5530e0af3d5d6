// RUN: %conformance %s
//
// Intent: Goexit called by a deferred function on the normal exit path.

#include "twin-thread.h"

static void body() {
  defer std::puts("d1 still runs");
  defer {
    std::puts("d2 calls Goexit");
    goexit();
  }
  std::puts("body returns");
}

int main() {
  onThread([] {
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
