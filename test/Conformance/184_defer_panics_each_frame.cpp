// RUN: %conformance %s
//
// Intent: every frame's deferred call replaces the panic; recover at the top
// gets the last.

#include "twin.h"

static void f(int N) {
  defer {
    std::printf("replacing at %d\n", N);
    panic(N);
  }
  if (N == 0)
    panic("start");
  f(N - 1);
}

int main() {
  defer { println("again nil:", !recover()); }
  defer { println("got", recover()); }
  f(3);
}
