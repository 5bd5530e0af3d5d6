// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O3 %s -o %t && %t | FileCheck %s
// RUN: %deferc -Os %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a defer statement behind a return or a panic that only an `asm goto` leads to
// is registered, and its call is made however the function ends.

#include <defer.h>
#include <stdio.h>

static int overReturn(int k) {
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(k) : "cc" : zero);
  return 1;
zero:
  defer puts("zero");
  return 2;
}

static int overPanic(int k) {
  defer {
    defer_recovered r = recover();
    printf("recovered %s\n", r.kind ? defer_text(&r) : "nothing");
  }
  __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(k) : "cc" : zero);
  panic("not zero");
zero:
  defer puts("zero");
  panic("zero");
}

static int withOutput(int k) {
  int x;
  __asm__ goto("movl $7, %0\n\ttestl %1, %1\n\tje %l[zero]" : "=&r"(x) : "r"(k) : "cc" : zero);
  defer printf("output %d\n", x);
  return 1;
zero:
  defer printf("output at zero %d\n", x);
  return 2;
}

static int allTargetsLeave(int k) {
  __asm__ goto("testl %0, %0\n\tje %l[zero]\n\tjmp %l[other]" : : "r"(k) : "cc" : zero, other);
  __builtin_unreachable();
zero:
  defer puts("zero");
  return 1;
other:
  defer puts("other");
  return 2;
}

int main(void) {
  for (int k = 0; k < 2; k++) {
    printf("= %d\n", overReturn(k));
    overPanic(k);
    printf("= %d\n", withOutput(k));
    printf("= %d\n", allTargetsLeave(k));
  }
}

// CHECK:      zero
// CHECK-NEXT: = 2
// CHECK-NEXT: zero
// CHECK-NEXT: recovered zero
// CHECK-NEXT: output at zero 7
// CHECK-NEXT: = 2
// CHECK-NEXT: zero
// CHECK-NEXT: = 1
// CHECK-NEXT: = 1
// CHECK-NEXT: recovered not zero
// CHECK-NEXT: output 7
// CHECK-NEXT: = 1
// CHECK-NEXT: other
// CHECK-NEXT: = 2
// CHECK-NOT:  {{.}}
