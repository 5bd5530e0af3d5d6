// RUN: %conformance %s
//
// Intent: a loop calls a function that panics now and then and recovers; the
// loop goes on.

#include "twin.h"

static bool attempt(int I) {
  defer {
    defer_recovered R = recover();
    if (R.kind)
      println("attempt", I, "failed:", R);
  }
  if (I % 2 == 1)
    panicf("odd %d", I);
  return true;
}

int main(void) {
  int Good = 0;
  for (int I = 0; I < 5; ++I)
    if (attempt(I))
      ++Good;
  printf("good %d\n", Good);
}
