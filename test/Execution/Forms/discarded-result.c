// RUN: %deferc -O0 -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
//
// Intent: a cast to void in front of a deferred call says that its result is not used;
// its operands are evaluated at the statement all the same.

#include <defer.h>

#include <stdio.h>

__attribute__((warn_unused_result)) static int number(int N) {
  printf("number %d\n", N);
  return N;
}

int main(void) {
  int N = 1;
  defer (void)number(N);
  defer (void)printf("builtin %d\n", N);
  N = 2;
  if (N == 2)
    defer { puts("block"); }
  else
    puts("never");
  // CHECK: body
  // CHECK-NEXT: block
  // CHECK-NEXT: builtin 1
  // CHECK-NEXT: number 1
  puts("body");
}
