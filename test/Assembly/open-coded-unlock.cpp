// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: section 14 of the defer text: an open-coded unlock stands right
// before the return, with no record and no `deferreturn`.

#include <defer.h>
#include <pthread.h>

void work();

extern pthread_mutex_t Mu;

void f() {
  pthread_mutex_lock(&Mu);
  defer pthread_mutex_unlock(&Mu);
  work();
}

// CHECK-LABEL: _Z1fv:
// CHECK-NOT:     __deferc_deferproc
// CHECK-NOT:     __deferc_deferreturn
// CHECK:         callq pthread_mutex_lock
// CHECK-NOT:     __deferc_deferproc
// CHECK-NOT:     __deferc_deferreturn
// CHECK:         callq _Z4workv
// CHECK-NOT:     __deferc_deferproc
// CHECK-NOT:     __deferc_deferreturn
// CHECK:         {{callq|jmp}} pthread_mutex_unlock
// CHECK-NOT:     __deferc_deferproc
// CHECK-NOT:     __deferc_deferreturn
// CHECK:       .Lfunc_end0:
