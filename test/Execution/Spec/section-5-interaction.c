// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a panic runs deferred calls from the newest on; a recover lets the
// function that deferred it return normally.

#include <defer.h>
#include <stdio.h>

static int f(void) {
  defer_result int R = 0;
  defer puts("oldest");
  defer {
    defer_recovered Value = recover();
    if (Value.kind == DEFER_INT)
      R = (int)Value.i;
    puts("recovered");
  }
  defer puts("newest");
  panic(42);
}

int main(void) {
  int R = f();
  printf("f returned %d\n", R);
}

// CHECK:      newest
// CHECK-NEXT: recovered
// CHECK-NEXT: oldest
// CHECK-NEXT: f returned 42
