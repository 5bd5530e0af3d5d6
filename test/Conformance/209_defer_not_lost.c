// RUN: %conformance %s
//
// Intent: defers are not lost after nested recovered panics in an earlier call.

#include "twin.h"

static void nested(void) {
  defer { recover(); }
  defer {
    defer { recover(); }
    panic(2);
  }
  panic(1);
}

static void inner(void) {
  defer puts("3");
  nested();
  puts("2");
}

int main(void) {
  defer puts("4");
  nested();
  puts("1");
  inner();
}
