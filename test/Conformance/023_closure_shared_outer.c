// RUN: %conformance %s
//
// Intent: deferred closures in a loop share one function-scope variable.

#include "twin.h"

static void run(int N) {
  int Last = -1;
  for (int I = 0; I < N; ++I) {
    Last = I;
    defer {
      printf("last %d\n", Last);
      --Last;
    }
  }
  Last = 10;
}

int main(void) { run(3); }
