// RUN: %conformance %s
//
// Intent: crash: three values, each recovered by the deferred call that raises
// the next.

#include "twin.h"

static void step(int N) {
  defer {
    println("got", recover());
    panic(N);
  }
  if (N == 1)
    panic(0);
  step(N - 1);
}

int main(void) { step(3); }
