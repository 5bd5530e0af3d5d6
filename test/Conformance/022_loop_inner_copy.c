// RUN: %conformance %s
//
// Intent: deferred closures over a per-iteration copy each keep their own
// variable (needs: captured inner-scope variable outlives its block).

#include "twin.h"

static void run(int N) {
  for (int I = 0; I < N; ++I) {
    int J = I * I;
    defer { printf("square %d\n", J); }
    ++J;
  }
}

int main(void) { run(5); }
