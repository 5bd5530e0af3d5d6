// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
// RUN: %deferc++ -O0 -S %s -o - | FileCheck %s
//
// Intent: section 14 of the defer text: a defer in a loop takes `deferproc`,
// and the function a `deferreturn`.

#include <defer.h>
#include <pthread.h>

extern pthread_mutex_t Mu;

void loop() {
  for (int I = 0; I < 3; ++I)
    defer pthread_mutex_unlock(&Mu);
}

// CHECK-LABEL: _Z4loopv:
// CHECK-NOT:     __deferc_deferprocStack
// CHECK:         callq __deferc_deferproc{{(@PLT)?$}}
// CHECK:         callq __deferc_deferreturn
// CHECK-NOT:     __deferc_deferprocStack
// CHECK:       .Lfunc_end0:
