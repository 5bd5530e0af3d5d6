// RUN: %conformance %s
//
// Intent: crash: after a recovery is complete a later panic is alone in the
// report.

#include "twin.h"

static int f() {
  defer_result int R = 0;
  defer {
    recover();
    R = 1;
  }
  defer { panic("two"); }
  panic("one");
}

int main() {
  defer std::puts("main defer");
  std::printf("%d\n", f());
  panic("three");
}
