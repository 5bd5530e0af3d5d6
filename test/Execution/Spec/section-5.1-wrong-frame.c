// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a recover one frame deeper than the deferred function, or outside of
// one, returns nothing.

#include <defer.h>
#include <stdio.h>

static void helper(void) {
  printf("helper recovered: %d\n", recover().kind != DEFER_NONE);
}

static void f(void) {
  printf("outside: %d\n", recover().kind != DEFER_NONE);
  defer { printf("older: %d\n", recover().kind != DEFER_NONE); }
  defer { helper(); }
  panic("x");
}

int main(void) { f(); }

// CHECK:      outside: 0
// CHECK-NEXT: helper recovered: 0
// CHECK-NEXT: older: 1
