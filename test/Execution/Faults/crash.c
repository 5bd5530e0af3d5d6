// RUN: %deferc -O2 -fdefer-fault-panics %s -o %t
// RUN: not %t 2>&1 | FileCheck %s
// RUN: not %t divide 2>&1 | FileCheck %s --check-prefix=DIVIDE
//
// Intent: a fault that nothing recovers runs the deferred calls and is reported as
// Go does it, a null pointer with its signal's line.

#include <defer.h>

#include <stdio.h>

int main(int Count, char **Names) {
  (void)Names;
  defer printf("main defer\n");
  if (Count > 1)
    return 1 / (Count - 2);
  int *volatile P = 0;
  *P = 1;
}
// CHECK: main defer
// CHECK: panic: runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT: [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x{{[0-9a-f]+}}]
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:

// DIVIDE: main defer
// DIVIDE: panic: runtime error: integer divide by zero
// DIVIDE-EMPTY:
