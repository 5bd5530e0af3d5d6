// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: `__func__` in an operand or a block names the function that wrote it.

#include <defer.h>

#include <stdio.h>

static void say(const char *S) { puts(S); }

static void named(void) {
  defer say(__func__);
  defer { say(__func__); }
}
int main(void) { named(); }

// CHECK:      named
// CHECK-NEXT: named
// CHECK-NOT:  {{.}}
