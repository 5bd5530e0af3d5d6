// RUN: %conformance %s
//
// Intent: crash: recovered and raised again with more text, level by level.

#include "twin.h"

static void f(int N) {
  defer {
    if (N > 0) {
      defer_recovered R = recover();
      panicf("level %d: %s", N, defer_text(&R));
    }
  }
  if (N == 0)
    panic("root");
  f(N - 1);
}

int main(void) { f(2); }
