// RUN: %conformance %s
//
// Intent: Goexit through frames whose deferred calls panic and recover in each
// frame.

#include "twin-thread.h"

static void frame(int N) {
  defer { println("frame", N, "recovered", recover()); }
  defer { panic(N * 10); }
  if (N == 0)
    goexit();
  frame(N - 1);
  std::printf("not reached %d\n", N);
}

int main() {
  onThread([] {
    defer std::puts("last");
    frame(3);
    std::puts("not reached");
  });
  std::puts("end");
}
