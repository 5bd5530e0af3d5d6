// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a loop's calls and those of its neighbours run in one order, newest
// first.

#include <defer.h>
#include <stdio.h>

static void a(void) { puts("A"); }
static void b(int I) { printf("B%d\n", I); }
static void c(void) { puts("C"); }

static void f(void) {
  defer a();
  for (int I = 0;; ++I) {
    defer b(I);
    if (I == 2)
      break;
  }
  defer c();
}

int main(void) { f(); }

// CHECK:      C
// CHECK-NEXT: B2
// CHECK-NEXT: B1
// CHECK-NEXT: B0
// CHECK-NEXT: A
