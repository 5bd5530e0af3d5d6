// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O3 %s -o %t && %t | FileCheck %s
// RUN: %deferc -Os %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: an `asm goto` may stand in a defer block and in the statement expression of an
// operand, where it jumps as anywhere else.

#include <defer.h>
#include <stdio.h>

static void say(const char *what, int n) { printf("%s %d\n", what, n); }

static void f(int k) {
  defer {
    __asm__ goto("testl %0, %0\n\tje %l[zero]" : : "r"(k) : "cc" : zero);
    defer say("end of the block", k);
    puts("block");
    if (0) {
    zero:
      defer say("end of the block, zero", k);
    }
  }
  defer say("operand", ({
    int x;
    __asm__ goto("movl $7, %0\n\ttestl %1, %1\n\tje %l[zero]" : "=&r"(x) : "r"(k) : "cc" : zero);
    x += 10;
  zero:
    x;
  }));
  puts("body");
}

int main(void) {
  f(0);
  f(1);
}

// CHECK:      body
// CHECK-NEXT: operand 7
// CHECK-NEXT: end of the block, zero 0
// CHECK-NEXT: body
// CHECK-NEXT: operand 17
// CHECK-NEXT: block
// CHECK-NEXT: end of the block 1
// CHECK-NOT:  {{.}}
