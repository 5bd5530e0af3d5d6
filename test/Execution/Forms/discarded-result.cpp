// RUN: %deferc++ -O0 -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -Wall -Wextra -Werror %s -o %t && %t | FileCheck %s
//
// Intent: a cast to void in front of a deferred call says that its result is not used;
// its operands are evaluated at the statement all the same.

#include <defer.h>

#include <cstdio>

[[nodiscard]] static int number(int N) {
  std::printf("number %d\n", N);
  return N;
}

int main() {
  int N = 1;
  defer (void)number(N);
  defer static_cast<void>(std::printf("builtin %d\n", N));
  N = 2;
  if (N == 2)
    defer { std::puts("block"); }
  else
    std::puts("never");
  // CHECK: body
  // CHECK-NEXT: block
  // CHECK-NEXT: builtin 1
  // CHECK-NEXT: number 1
  std::puts("body");
}
