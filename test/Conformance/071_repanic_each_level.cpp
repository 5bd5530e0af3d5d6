// RUN: %conformance %s
//
// Intent: every level recovers and panics with one more.

#include "twin.h"

static void level(int N) {
  defer {
    auto R = recover();
    int V = R.as<int>();
    println("level", N, "got", V);
    panic(V + 1);
  }
  if (N == 0)
    panic(100);
  level(N - 1);
}

int main() {
  defer { println("main got", recover()); }
  level(5);
}
