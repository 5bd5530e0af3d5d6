// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a defer statement in a statement expression of an operand belongs to that
// expression: its call is made at the end of it, whatever the outer call is.

#include <defer.h>
#include <stdio.h>

static int g(int n) {
  printf("g %d\n", n);
  return n;
}
static void un(int n) { printf("un %d\n", n); }
static void pair(int a, int b) { printf("pair %d %d\n", a, b); }

static void call(void) {
  defer un(({ defer un(1); g(2); }));
  puts("call");
}
static void nested(void) {
  defer un(({ defer un(({ defer un(1); g(2); })); g(3); }));
  puts("nested");
}
static void two(void) {
  defer pair(({ defer un(1); g(1); }), ({ defer un(2); g(2); }));
  puts("two");
}
static void builtin(void) {
  defer printf("builtin %d\n", ({ defer un(1); g(2); }));
  puts("builtin");
}
static void loops(void) {
  defer un(({
    for (int i = 0; i < 2; i++) {
      int square = i * i + 10;
      defer { un(square); }
    }
    g(1);
  }));
  puts("loops");
}

int main(void) {
  call();
  nested();
  two();
  builtin();
  loops();
}

// CHECK:      g 2
// CHECK-NEXT: un 1
// CHECK-NEXT: call
// CHECK-NEXT: un 2
// CHECK-NEXT: g 2
// CHECK-NEXT: un 1
// CHECK-NEXT: g 3
// CHECK-NEXT: un 2
// CHECK-NEXT: nested
// CHECK-NEXT: un 3
// CHECK-NEXT: g 1
// CHECK-NEXT: un 1
// CHECK-NEXT: g 2
// CHECK-NEXT: un 2
// CHECK-NEXT: two
// CHECK-NEXT: pair 1 2
// CHECK-NEXT: g 2
// CHECK-NEXT: un 1
// CHECK-NEXT: builtin
// CHECK-NEXT: builtin 2
// CHECK-NEXT: g 1
// CHECK-NEXT: un 11
// CHECK-NEXT: un 10
// CHECK-NEXT: loops
// CHECK-NEXT: un 1
// CHECK-NOT:  {{.}}
