// RUN: %conformance %s
//
// Intent: ten thousand deferred calls keep exact reverse order.

#include "twin.h"

static int Next;
static int Bad;

static void check(int I) {
  --Next;
  if (I != Next)
    ++Bad;
}

static void run(int N) {
  Next = N;
  for (int I = 0; I < N; ++I)
    defer check(I);
}

int main(void) {
  run(10000);
  printf("next %d bad %d\n", Next, Bad);
}
