// REQUIRES: asan
// RUN: %deferc -O0 -fsanitize=undefined -fno-sanitize-recover=all %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -fsanitize=undefined -fno-sanitize-recover=all %s -o %t && %t | FileCheck %s
// RUN: %deferc -O1 -fsanitize=unreachable -fsanitize-trap=all %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -x c++ -O1 -fsanitize=undefined -fno-sanitize-recover=all %s -o %t && %t | FileCheck %s
//
// Intent: UndefinedBehaviorSanitizer checks that panic() does not return; the call that is
// deferred stays panic(), and happens when the function returns, with its result kept.

#include <defer.h>
#include <stdio.h>

static void recovering(void) { recover(); }

static int result(int Divisor) {
  defer recovering();
  defer panic("late");
  return 14 / Divisor;
}

int main(void) {
  printf("%d\n", result(2));
  return 0;
}
// CHECK: 7
