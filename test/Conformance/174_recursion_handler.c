// RUN: %conformance %s
//
// Intent: a recovering function that is deferred does not recover in its own
// recursive calls.

#include "twin.h"

static void handle(int N) {
  if (N > 0)
    handle(N - 1);
  defer_recovered R = recover();
  println("depth", N, R);
}

static void f(void) {
  defer handle(2);
  panic("deep");
}

int main(void) { f(); }
