// RUN: %conformance %s
//
// Intent: panic at the bottom, recovered half way up; the outer half returns
// normally.

#include "twin.h"

static int down(int N) {
  defer_result int R = 0;
  defer { ++R; }
  if (N == 5) {
    defer {
      defer_recovered V = recover();
      if (V.kind)
        R = (int)V.i;
    }
  }
  if (N == 0)
    panic(1000);
  return down(N - 1) + 10;
}

int main(void) { printf("%d\n", down(8)); }
