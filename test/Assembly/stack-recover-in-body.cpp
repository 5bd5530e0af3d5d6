// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: section 2.1 of the defer text: a function that calls recover itself
// is not open-coded.

#include <defer.h>

void work(); void a();

void f() {
  defer a();
  recover();
  work();
}

// CHECK-LABEL: _Z1fv:
// CHECK:         callq __deferc_deferprocStack
// CHECK:         callq __deferc_deferreturn
