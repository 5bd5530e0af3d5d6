// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: a loop made by goto is a loop.

#include <defer.h>

void a();
bool more();

void f() {
again:
  defer a();
  if (more())
    goto again;
}

// CHECK-LABEL: _Z1fv:
// CHECK-NOT:     __deferc_deferprocStack
// CHECK:         callq __deferc_deferproc{{(@PLT)?$}}
// CHECK:         callq __deferc_deferreturn
// CHECK:       .Lfunc_end0:
