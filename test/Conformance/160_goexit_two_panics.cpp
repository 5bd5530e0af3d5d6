// RUN: %conformance %s
//
// Intent: two panics raised in turn by Goexit's deferred calls, the second
// recovered: Goexit must go on (Go 1.19 wrongly returns from body, see
// .newest.out).

#include "twin-thread.h"

static void body() {
  defer { println("recovered", recover()); }
  defer { panic("p2"); }
  defer { panic("p1"); }
  goexit();
}

int main() {
  onThread([] {
    defer std::puts("last");
    body();
    std::puts("only Go 1.19 gets here");
  });
  std::puts("end");
}
