// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a function variable is read at the statement.

#include <defer.h>

#include <stdio.h>

static void num(int N) { printf("%d\n", N); }

int main(void) {
  void (*F)(int) = num;
  defer F(1);
  F = 0;
  defer (num)(2);
  defer printf("%s %d %.1f\n", "variadic", 3, 2.5);
}

// CHECK:      variadic 3 2.5
// CHECK-NEXT: 2
// CHECK-NEXT: 1
// CHECK-NOT:  {{.}}
