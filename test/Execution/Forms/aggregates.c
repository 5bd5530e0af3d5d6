// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a struct argument is copied at the statement, what a pointer leads to is not; a compound literal lives until the call.

#include <defer.h>

#include <stdio.h>


struct S {
  int A;
  long C[5];
};
static void byValue(struct S V) { printf("%d %ld\n", V.A, V.C[4]); }
static void byPointer(const struct S *V) { printf("%d\n", V->A); }
int main(void) {
  struct S V = {1, {0, 0, 0, 0, 9}};
  defer byValue(V);
  defer byPointer(&V);
  V.A = 6;
  defer byPointer(&(struct S){77, {0}});
}

// CHECK:      77
// CHECK-NEXT: 6
// CHECK-NEXT: 1 9
// CHECK-NOT:  {{.}}
