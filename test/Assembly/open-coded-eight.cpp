// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
// RUN: %deferc++ -O0 -S %s -o - | FileCheck --check-prefix=O0 %s
//
// Intent: eight defers are open-coded, their calls in reverse order; at -O0
// they take records.

#include <defer.h>

void work();
void a(); void b(); void c(); void d(); void e(); void f(); void g(); void h();

void eight() {
  defer a(); defer b(); defer c(); defer d();
  defer e(); defer f(); defer g(); defer h();
  work();
}

// CHECK-LABEL: _Z5eightv:
// CHECK-NOT:     __deferc_defer
// CHECK:         _Z4workv
// CHECK-NOT:     __deferc_defer
// CHECK:         _Z1hv
// CHECK:         _Z1gv
// CHECK:         _Z1fv
// CHECK:         _Z1ev
// CHECK:         _Z1dv
// CHECK:         _Z1cv
// CHECK:         _Z1bv
// CHECK:         _Z1av
// CHECK-NOT:     __deferc_deferproc
// CHECK-NOT:     __deferc_deferreturn
// CHECK:       .Lfunc_end0:

// O0-LABEL: _Z5eightv:
// O0-COUNT-8: callq __deferc_deferprocStack
// O0:         __deferc_deferreturn
