// RUN: %conformance %s
//
// Intent: panic and recovery inside one frame that Goexit is leaving.

#include "twin-thread.h"

static void body() {
  defer std::puts("d1");
  defer { println("d2 recovered", recover()); }
  defer { panic("d3"); }
  goexit();
}

int main() {
  onThread([] {
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
