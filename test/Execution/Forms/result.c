// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a named result is what the caller gets after the deferred calls, a scalar or a struct.

#include <defer.h>

#include <stdio.h>

static void num(int N) { printf("%d\n", N); }

struct P {
  int A, B;
};
static int scalar(void) {
  defer_result int R = 1;
  defer { R *= 2; }
  return 21;
}
static struct P pair(void) {
  defer_result struct P R = {1, 2};
  defer { R.A += 100; }
  return (struct P){R.B, R.A};
}
int main(void) {
  num(scalar());
  struct P X = pair();
  printf("%d %d\n", X.A, X.B);
}

// CHECK:      42
// CHECK-NEXT: 102 1
// CHECK-NOT:  {{.}}
