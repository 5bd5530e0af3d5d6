// RUN: %conformance %s
//
// Intent: a panic on the normal exit path, then Goexit in an older defer drops
// it.

#include "twin-thread.h"

static int body() {
  defer { println("oldest sees nil:", !recover()); }
  defer {
    std::puts("goexit");
    goexit();
  }
  defer { panic("late"); }
  return 1;
}

int main() {
  onThread([] { std::printf("not reached %d\n", body()); });
  std::puts("end");
}
