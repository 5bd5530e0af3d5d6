// RUN: %conformance %s
//
// Intent: deferred closures of a loop share a counter of the function and see
// each other's writes.

#include "twin.h"

static int run(int N) {
  defer_result int R = 0;
  int Count = 0;
  defer { R = Count; }
  for (int I = 0; I < N; ++I) {
    int Step = I;
    defer {
      Count += Step;
      Step = -1;
    }
  }
  return -1;
}

int main(void) { printf("%d %d\n", run(5), run(0)); }
