// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: with the loop's body in a function of its own each iteration runs its
// call.

#include <cstdio>
#include <defer.h>

static void b(int I) { std::printf("B%d\n", I); }

static void body(int I) {
  defer b(I);
  std::printf("pass %d\n", I);
}

static void f() {
  for (int I = 0; I < 2; ++I)
    body(I);
}

int main() { f(); }

// CHECK:      pass 0
// CHECK-NEXT: B0
// CHECK-NEXT: pass 1
// CHECK-NEXT: B1
