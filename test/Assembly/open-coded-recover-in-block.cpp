// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: a recover in a deferred block belongs to the block; its function is
// open-coded still.

#include <defer.h>

void work();

void f() {
  defer { recover(); }
  work();
}

// CHECK-LABEL: _Z1fv:
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         callq _Z4workv
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:       .Lfunc_end0:
