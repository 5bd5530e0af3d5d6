// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a function variable is read at the statement.

#include <defer.h>

#include <cstdio>

static void num(int N) { std::printf("%d\n", N); }

int main() {
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
