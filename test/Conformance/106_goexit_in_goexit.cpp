// RUN: %conformance %s
//
// Intent: Goexit in a deferred call of Goexit: the inner one finishes the job.

#include "twin-thread.h"

static void body() {
  defer std::puts("d1");
  defer {
    defer std::puts("d2's own");
    std::puts("d2");
    goexit();
    std::puts("not reached: d2");
  }
  goexit();
  std::puts("not reached: body");
}

int main() {
  onThread([] {
    defer std::puts("last");
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
