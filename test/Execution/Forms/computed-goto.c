// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer at a label that only a computed goto reaches is registered.

#include <defer.h>

#include <stdio.h>

static void say(const char *S) { puts(S); }

int main(void) {
  static void *Labels[] = {&&a, &&b};
  int I = 0;
  goto *Labels[I];
a:
  defer say("deferred at a");
  I = 1;
  goto *Labels[I];
b:
  say("b");
}

// CHECK:      b
// CHECK-NEXT: deferred at a
// CHECK-NOT:  {{.}}
