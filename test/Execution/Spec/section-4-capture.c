// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred block reads its variables when it runs, also one whose
// own block has ended.

#include <defer.h>
#include <stdio.h>

static void f(void) {
  int X = 1;
  defer { printf("x %d\n", X); }
  X = 2;
  {
    int Inner = 10;
    defer { printf("inner %d\n", Inner); }
    Inner = 20;
  }
  {
    int Other = 30;
    printf("other %d\n", Other);
  }
}

int main(void) { f(); }

// CHECK:      other 30
// CHECK-NEXT: inner 20
// CHECK-NEXT: x 2
