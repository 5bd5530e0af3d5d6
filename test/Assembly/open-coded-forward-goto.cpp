// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: a goto forward past a defer, and one back to a label below it, make
// no loop of it.

#include <defer.h>

void a();
bool more();

void f(bool B) {
  if (B)
    goto past;
  defer a();
past:
  if (more())
    goto past;
}

// CHECK-LABEL: _Z1fb:
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         {{callq|jmp}} _Z1av
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:       .Lfunc_end0:
