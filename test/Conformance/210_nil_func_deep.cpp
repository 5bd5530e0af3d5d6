// RUN: %conformance %s
//
// Intent: a deferred nil function under a deep recursion panics when its turn
// comes.

#include "twin.h"

static int deep(int N) {
  if (N == 0)
    return 0;
  return 1 + deep(N - 1);
}

static int f() {
  defer_result int R = 0;
  defer { println("recovered", bool(recover()), R); }
  void (*Nothing)() = nullptr;
  defer Nothing();
  R = deep(1000);
  return R;
}

int main() { std::printf("%d\n", f()); }
