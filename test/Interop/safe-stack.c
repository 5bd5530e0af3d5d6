// RUN: %deferc -O0 -fsanitize=safe-stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -fsanitize=safe-stack %s -o %t && %t | FileCheck %s
//
// Intent: with SafeStack, which moves variables to a stack of their own, deferred calls
// get records, and panics find them.

#include <defer.h>

#include <stdio.h>
#include <string.h>

__attribute__((noinline)) static void fill(char *B, int N) { memset(B, N, 64); }

__attribute__((noinline)) static int fails(int N) {
  char B[64];
  fill(B, N);
  for (int I = 0; I < 2; I++)
    defer printf("%d\n", I);
  if (N)
    panic("fails");
  return B[3];
}

__attribute__((noinline)) static int recovers(int N) {
  char C[64];
  fill(C, N);
  defer { recover(); }
  fails(N);
  return C[1];
}

int main(void) {
  // CHECK: 1
  // CHECK-NEXT: 0
  // CHECK-NEXT: recovered
  recovers(1);
  puts("recovered");
}
