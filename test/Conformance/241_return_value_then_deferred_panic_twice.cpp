// RUN: %conformance %s
//
// Intent: after return two deferred calls panic and are recovered; the value
// stays.

#include "twin.h"

static int f() {
  defer { println("second", recover()); }
  defer { panic("b"); }
  defer { println("first", recover()); }
  defer { panic("a"); }
  return 9;
}

static int g() {
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

int main() {
  int F = f();
  int G = g();
  std::printf("%d %d\n", F, G);
}
