// RUN: %conformance %s
//
// Intent: every level recovers and panics with one more.

#include "twin.h"

static void level(int N) {
  defer {
    defer_recovered R = recover();
    int V = (int)R.i;
    println("level", N, "got", V);
    panic(V + 1);
  }
  if (N == 0)
    panic(100);
  level(N - 1);
}

int main(void) {
  defer { println("main got", recover()); }
  level(5);
}
