// RUN: %conformance %s
//
// Intent: crash: recursive function, each level's defer adds a panic.

#include "twin.h"

static void rec(int N) {
  defer { panic(N); }
  if (N == 0)
    panic("bottom");
  rec(N - 1);
}

int main(void) { rec(3); }
