// RUN: %conformance %s
//
// Intent: no caller gets a result after Goexit.

#include "twin-thread.h"

static int Got = -1;

static int f() {
  defer_result int R = 0;
  defer { R = 5; }
  goexit();
  return 6;
}

int main() {
  onThread([] { Got = f(); });
  std::printf("got %d\n", Got);
}
