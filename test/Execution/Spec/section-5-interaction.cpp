// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a panic runs deferred calls from the newest on; a recover lets the
// function that deferred it return normally.

#include <cstdio>
#include <defer.h>

static int f() {
  defer_result int R = 0;
  defer std::puts("oldest");
  defer {
    if (auto Value = recover())
      R = Value.as<int>();
    std::puts("recovered");
  }
  defer std::puts("newest");
  panic(42);
}

int main() {
  int R = f();
  std::printf("f returned %d\n", R);
}

// CHECK:      newest
// CHECK-NEXT: recovered
// CHECK-NEXT: oldest
// CHECK-NEXT: f returned 42
