// RUN: not %deferc -fsyntax-only -fno-caret-diagnostics %s 2>&1 | FileCheck %s
// RUN: not %deferc++ -x c++ -fsyntax-only -fno-caret-diagnostics %s 2>&1 | FileCheck %s
//
// Intent: a file that ends in the operand of a defer statement is one error, and the
// brackets of the frontend that are open then are not told of.
// Message: OperandUnfinished

#include <defer.h>

// CHECK-NOT: error:
// CHECK: operand-unfinished.c:[[@LINE+3]]:3: fatal error: file ends in the operand of `defer`; write `defer f(...);` or `defer { ... }`
// CHECK-NOT: {{error|note}}:
void f(void) {
  defer f(