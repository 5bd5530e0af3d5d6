// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a goto back to a label registers the defer again, and runs nothing.

#include <defer.h>

#include <stdio.h>

static void say(const char *S) { puts(S); }
static void num(int N) { printf("%d\n", N); }

int main(void) {
  int I = 0;
again:
  defer num(I);
  if (++I < 3)
    goto again;
  say("end");
}

// CHECK:      end
// CHECK-NEXT: 2
// CHECK-NEXT: 1
// CHECK-NEXT: 0
// CHECK-NOT:  {{.}}
