// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: cleanups wanted in the order A, B, C are deferred in the order C, B,
// A.

#include <cstdio>
#include <defer.h>

static void cleanup(const char *S) { std::puts(S); }

static void f() {
  defer cleanup("C");
  defer cleanup("B");
  defer cleanup("A");
  std::puts("body");
}

int main() { f(); }

// CHECK:      body
// CHECK-NEXT: A
// CHECK-NEXT: B
// CHECK-NEXT: C
