// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: cleanups wanted in the order A, B, C are deferred in the order C, B,
// A.

#include <defer.h>
#include <stdio.h>

static void cleanup(const char *S) { puts(S); }

static void f(void) {
  defer cleanup("C");
  defer cleanup("B");
  defer cleanup("A");
  puts("body");
}

int main(void) { f(); }

// CHECK:      body
// CHECK-NEXT: A
// CHECK-NEXT: B
// CHECK-NEXT: C
