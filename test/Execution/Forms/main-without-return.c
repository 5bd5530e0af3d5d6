// RUN: %deferc -O0 -ftrivial-auto-var-init=pattern %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -ftrivial-auto-var-init=pattern %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -x c++ -O2 -ftrivial-auto-var-init=pattern %s -o %t && %t | FileCheck %s
//
// Intent: a main that defers and says no `return` ends with status 0, also where
// variables begin with a pattern.

#include <defer.h>

#include <stdio.h>

int main(void) {
  // CHECK: main
  // CHECK-NEXT: deferred
  defer puts("deferred");
  puts("main");
}
