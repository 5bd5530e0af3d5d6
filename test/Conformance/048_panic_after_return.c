// RUN: %conformance %s
//
// Intent: a deferred call that panics after return: another defer recovers, the
// returned value survives.

#include "twin.h"

static int f(void) {
  defer_result int R = 0;
  defer {
    defer_recovered X = recover();
    println("recovered", X, "r is", R);
  }
  defer { panic("late"); }
  return 33;
}

static int g(void) {
  defer { println("recovered", recover()); }
  defer { panic("late"); }
  return 44;
}

int main(void) {
  printf("%d\n", f());
  printf("%d\n", g());
}
