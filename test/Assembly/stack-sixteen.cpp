// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: four returns times four defers are more than fifteen: stack records.

#include <defer.h>

void a(); void b(); void c(); void d();
int work(int);

int f(int N) {
  defer a(); defer b(); defer c(); defer d();
  if (N == 1)
    return work(1);
  if (N == 2)
    return work(20);
  if (N == 3)
    return work(300);
  return work(4000);
}

// CHECK-LABEL:   _Z1fi:
// CHECK-COUNT-4:   callq __deferc_deferprocStack
// CHECK:           callq __deferc_deferreturn
// CHECK:         .Lfunc_end0:
