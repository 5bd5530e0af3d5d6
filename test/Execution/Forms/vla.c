// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a variable length array of the outermost block is there when the deferred call runs.

#include <defer.h>

#include <stdio.h>

static void num(int N) { printf("%d\n", N); }

static void f(int N) {
  int A[N];
  A[N - 1] = N;
  defer num(A[N - 1]);
  defer { num(A[N - 1]); }
  A[N - 1] = 7;
}
int main(void) { f(4); }

// CHECK:      7
// CHECK-NEXT: 4
// CHECK-NOT:  {{.}}
