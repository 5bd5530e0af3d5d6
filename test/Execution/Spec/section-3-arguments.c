// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: an argument is evaluated where the statement stands.

#include <defer.h>
#include <stdio.h>

static void logs(int X) { printf("log %d\n", X); }

static void f(void) {
  int X = 1;
  defer logs(X);
  X = 2;
  printf("x is %d\n", X);
}

int main(void) { f(); }

// CHECK:      x is 2
// CHECK-NEXT: log 1
