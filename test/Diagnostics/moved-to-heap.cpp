// RUN: %deferc++ -O2 -c -Rpass-analysis=defer %s -o /dev/null 2>&1 | FileCheck %s
//
// Intent: a variable of a loop body that a deferred call reaches is named in a
// remark, as Go's -m does; a variable that is read by value is not.
// Message: MovedToHeap

#include <defer.h>

void look(const int *), num(int);
void f(int n) {
  for (int i = 0; i < n; i++) {
    int boxed = i, read = i;
    // CHECK: :[[@LINE-1]]:9: remark: moved to heap: boxed
    // CHECK-NOT: moved to heap: read
    defer look(&boxed);
    defer num(read);
  }
}
