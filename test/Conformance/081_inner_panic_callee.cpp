// RUN: %conformance %s
//
// Intent: a panic raised and recovered in callees of a deferred function leaves
// the first one in flight.

#include "twin.h"

static void fails(int N) {
  if (N == 0)
    panic("inner");
  defer std::printf("leaving %d\n", N);
  fails(N - 1);
}

static void safe(int N) {
  defer { println("safe got", recover()); }
  fails(N);
}

static void f() {
  defer { println("f got", recover()); }
  defer {
    safe(2);
    safe(1);
    std::puts("still panicking");
  }
  panic("outer");
}

int main() { f(); }
