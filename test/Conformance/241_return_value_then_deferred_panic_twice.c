// RUN: %conformance %s
//
// Intent: after return two deferred calls panic and are recovered; the value
// stays.

#include "twin.h"

static int f(void) {
  defer { println("second", recover()); }
  defer { panic("b"); }
  defer { println("first", recover()); }
  defer { panic("a"); }
  return 9;
}

static int g(void) {
  defer_result int R = 0;
  defer { R++; }
  defer {
    recover();
    R *= 10;
  }
  defer {
    R++;
    panic(R);
  }
  return 4;
}

int main(void) {
  int F = f();
  int G = g();
  printf("%d %d\n", F, G);
}
