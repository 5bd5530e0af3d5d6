// RUN: %conformance %s
//
// Intent: a deferred call that panics after return: another defer recovers, the
// returned value survives.

#include "twin.h"

static int f() {
  defer_result int R = 0;
  defer {
    auto X = recover();
    println("recovered", X, "r is", R);
  }
  defer { panic("late"); }
  return 33;
}

static int g() {
  defer { println("recovered", recover()); }
  defer { panic("late"); }
  return 44;
}

int main() {
  std::printf("%d\n", f());
  std::printf("%d\n", g());
}
