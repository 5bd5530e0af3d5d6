// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: a statement that longjmp makes run again defers one more call, as in a loop.

#include <defer.h>

#include <setjmp.h>
#include <stdio.h>

static jmp_buf Again;

static void jump(void) { longjmp(Again, 1); }

static int retry(int Panics) {
  defer {
    defer_recovered R = recover();
    printf("first of all, %s\n", R.kind ? defer_text(&R) : "nothing");
  }
  volatile int N = 0;
  setjmp(Again);
  N++;
  defer printf("try %d\n", N);
  if (N < 3)
    jump();
  if (Panics)
    panic("a panic");
  return N;
}

int main(void) {
  // CHECK: try 3
  // CHECK-NEXT: try 2
  // CHECK-NEXT: try 1
  // CHECK-NEXT: first of all, nothing
  // CHECK-NEXT: = 3
  printf("= %d\n", retry(0));
  // CHECK-NEXT: try 3
  // CHECK-NEXT: try 2
  // CHECK-NEXT: try 1
  // CHECK-NEXT: first of all, a panic
  retry(1);
}
