// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: each iteration registers one more call; a variable of the loop body is its own in each iteration, the loop variable is shared.

#include <defer.h>

#include <stdio.h>

static void num(int N) { printf("%d\n", N); }

int main(void) {
  for (int I = 0; I < 2; I++)
    defer num(I);
  int J = 0;
  while (J < 2) {
    int Y = 10 * J++;
    defer { num(Y); }
  }
  for (int I = 7; I < 8; I++)
    defer { num(I); }
}

// CHECK:      8
// CHECK-NEXT: 10
// CHECK-NEXT: 0
// CHECK-NEXT: 1
// CHECK-NEXT: 0
// CHECK-NOT:  {{.}}
