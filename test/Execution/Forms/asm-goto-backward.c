// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O3 %s -o %t && %t | FileCheck %s
// RUN: %deferc -Os %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a defer statement in a loop that an `asm goto` makes is registered each time,
// and the jump back runs nothing.

#include <defer.h>
#include <stdio.h>

static void say(int n) { printf("%d\n", n); }

static int loops(int end) {
  int n = 0;
again:
  defer say(n);
  int own = n * 10;
  defer { say(own); }
  n++;
  __asm__ goto("cmpl %1, %0\n\tjl %l[again]" : : "r"(n), "r"(end) : "cc" : again);
  puts("end");
  return n;
}

static int fromBlocks(int end) {
  int n = 0;
  {
  again:
    defer say(n);
  }
  for (;;) {
    n++;
    __asm__ goto("cmpl %1, %0\n\tjl %l[again]\n\tje %l[out]" : : "r"(n), "r"(end) : "cc" : again, out);
    return -1;
  }
out:
  defer say(100);
  puts("out");
  return n;
}

int main(void) {
  printf("= %d\n", loops(3));
  printf("= %d\n", fromBlocks(2));
}

// CHECK:      end
// CHECK-NEXT: 20
// CHECK-NEXT: 2
// CHECK-NEXT: 10
// CHECK-NEXT: 1
// CHECK-NEXT: 0
// CHECK-NEXT: 0
// CHECK-NEXT: = 3
// CHECK-NEXT: out
// CHECK-NEXT: 100
// CHECK-NEXT: 1
// CHECK-NEXT: 0
// CHECK-NEXT: = 2
// CHECK-NOT:  {{.}}
