// RUN: %deferc++ -O2 -S %s -o - | FileCheck %s
//
// Intent: where nothing can unwind while a call is pending, no bookkeeping is
// left: the function is its body and the call.

#include <defer.h>

void unlock() noexcept;

int f(int *P) {
  defer unlock();
  return ++*P;
}

// CHECK-LABEL: _Z1fPi:
// CHECK-NOT:     movb
// CHECK-NOT:     __deferc_
// CHECK:         callq _Z6unlockv
// CHECK-NOT:     __deferc_
// CHECK:         retq
