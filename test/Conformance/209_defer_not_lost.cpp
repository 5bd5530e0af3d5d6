// RUN: %conformance %s
//
// Intent: defers are not lost after nested recovered panics in an earlier call.

#include "twin.h"

static void nested() {
  defer { recover(); }
  defer {
    defer { recover(); }
    panic(2);
  }
  panic(1);
}

static void inner() {
  defer std::puts("3");
  nested();
  std::puts("2");
}

int main() {
  defer std::puts("4");
  nested();
  std::puts("1");
  inner();
}
