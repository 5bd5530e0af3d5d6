// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: section 10 of the defer text: a defer in a loop takes the others of
// its function from open coding; they get stack records.

#include <defer.h>

void a(); void b(); void c();
bool more();

void f() {
  defer a();
  while (more())
    defer b();
  defer c();
}

// CHECK-LABEL:   _Z1fv:
// CHECK:           callq __deferc_deferprocStack
// CHECK-DAG:       callq __deferc_deferprocStack
// CHECK-DAG:       callq __deferc_deferproc{{(@PLT)?$}}
// CHECK:           callq __deferc_deferreturn
// CHECK:         .Lfunc_end0:
