// RUN: %deferc -O2 -c -fno-caret-diagnostics %s -o /dev/null -Rpass=defer -Rpass-missed=defer 2>&1 | FileCheck %s
//
// Intent: a defer statement in `do ... while` with a condition that is always false, as
// macros have it, is not one in a loop; with any other condition it is.

#include <defer.h>

void num(int);

void never(int n) {
  do {
    defer num(n); // CHECK: :[[@LINE]]:5: remark: open-coded defer
  } while (0);
}

void neverByArithmetic(int n) {
  do
    defer num(n); // CHECK: :[[@LINE]]:5: remark: open-coded defer
  while (sizeof(int) == 1);
}

void perhaps(int n) {
  do {
    defer num(n); // CHECK: :[[@LINE]]:5: remark: heap-allocated defer: the statement can run more than once
  } while (n--);
}

void neverAsAWhile(int n) {
  // The loop rule looks at the source: the body is dead, and so is its statement.
  while (0) {
    defer num(n); // CHECK-NOT: :[[@LINE]]:5: remark:
  }
}
