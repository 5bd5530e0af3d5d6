// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: nine defers, one more than open coding takes, run in the same order.

#include <defer.h>

#include <cstdio>

static void num(int N) { std::printf("%d\n", N); }

int main() {
  defer num(1);
  defer num(2);
  defer num(3);
  defer num(4);
  defer num(5);
  defer num(6);
  defer num(7);
  defer num(8);
  defer num(9);
}

// CHECK:      9
// CHECK-NEXT: 8
// CHECK-NEXT: 7
// CHECK-NEXT: 6
// CHECK-NEXT: 5
// CHECK-NEXT: 4
// CHECK-NEXT: 3
// CHECK-NEXT: 2
// CHECK-NEXT: 1
// CHECK-NOT:  {{.}}
