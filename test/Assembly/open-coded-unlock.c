// RUN: %deferc -O2 -S %s -o - | FileCheck %s
//
// Intent: an open-coded unlock of C stands right before the return, with no
// record and no `deferreturn`.

#include <defer.h>
#include <pthread.h>

void work(void);

extern pthread_mutex_t Mu;

void f(void) {
  pthread_mutex_lock(&Mu);
  defer pthread_mutex_unlock(&Mu);
  work();
}

// CHECK-LABEL: {{^}}f:
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         callq pthread_mutex_lock
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         callq work
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         {{callq|jmp}} pthread_mutex_unlock
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:       .Lfunc_end0:
