// RUN: %conformance %s
//
// Intent: a defer before a label that a goto jumps back to is registered once.

#include "twin.h"

static void show(const char *S, int I) { printf("%s %d\n", S, I); }

static void run(int N) {
  int I = 0;
  defer show("before the label", I);
again:
  ++I;
  if (I < N)
    goto again;
  defer show("after the loop", I);
}

int main(void) {
  run(1);
  run(5);
}
