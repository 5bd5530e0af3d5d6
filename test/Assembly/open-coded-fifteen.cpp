// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: five returns times three defers are fifteen, and still open-coded.

#include <defer.h>

void a(); void b(); void c();
int work(int);

int f(int N) {
  defer a(); defer b(); defer c();
  if (N == 1)
    return work(1);
  if (N == 2)
    return work(20);
  if (N == 3)
    return work(300);
  if (N == 4)
    return work(4000);
  return work(50000);
}

// CHECK-LABEL: _Z1fi:
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         callq _Z1cv
// CHECK:       .Lfunc_end0:
