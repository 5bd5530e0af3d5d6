// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: section 9 of the defer text: with a ninth defer all of them take
// stack records.

#include <defer.h>

void work();
void a(); void b(); void c(); void d(); void e(); void f(); void g(); void h();
void i();

void nine() {
  defer a(); defer b(); defer c(); defer d();
  defer e(); defer f(); defer g(); defer h();
  defer i();
  work();
}

// CHECK-LABEL:   _Z4ninev:
// CHECK-COUNT-9:   callq __deferc_deferprocStack
// CHECK:           _Z4workv
// CHECK:           callq __deferc_deferreturn
// CHECK-NOT:       callq __deferc_deferproc{{(@PLT)?$}}
// CHECK:         .Lfunc_end0:
