// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer in a branch or a switch arm runs at the end of the function, if its statement ran.

#include <defer.h>

#include <stdio.h>

static void say(const char *S) { puts(S); }

static void f(int K) {
  if (K)
    defer say("if");
  else
    defer say("else");
  switch (K) {
  case 1:
    defer say("case 1");
    break;
  default:
    defer { say("default"); }
  }
  say("body");
}
int main(void) {
  f(1);
  f(0);
}

// CHECK:      body
// CHECK-NEXT: case 1
// CHECK-NEXT: if
// CHECK-NEXT: body
// CHECK-NEXT: default
// CHECK-NEXT: else
// CHECK-NOT:  {{.}}
