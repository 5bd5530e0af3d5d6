// RUN: %deferc++ -O0 -S %s -o - | FileCheck %s
//
// Intent: without optimisation a single defer takes a stack record.

#include <defer.h>

void work(); void a();

void f() {
  defer a();
  work();
}

// CHECK-LABEL: _Z1fv:
// CHECK:         callq __deferc_deferprocStack
// CHECK:         callq _Z4workv
// CHECK:         callq __deferc_deferreturn
// CHECK:       .Lfunc_end0:
