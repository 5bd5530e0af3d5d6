// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a recover one frame deeper than the deferred function, or outside of
// one, returns nothing.

#include <cstdio>
#include <defer.h>

static void helper() { std::printf("helper recovered: %d\n", bool(recover())); }

static void f() {
  std::printf("outside: %d\n", bool(recover()));
  defer { std::printf("older: %d\n", bool(recover())); }
  defer { helper(); }
  panic("x");
}

int main() { f(); }

// CHECK:      outside: 0
// CHECK-NEXT: helper recovered: 0
// CHECK-NEXT: older: 1
