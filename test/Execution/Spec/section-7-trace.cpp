// RUN: %deferc++ -g -O0 %s -o %t && not %t 2>&1 | FileCheck %s
// RUN: %deferc++ -g -O2 %s -o %t && not %t 2>&1 | FileCheck %s
//
// Intent: the report of a crash shows the deferred function above the function
// that panicked and its callers.

#include <defer.h>

__attribute__((noinline)) static void deferred() { panic("again"); }

__attribute__((noinline)) static void f() {
  defer deferred();
  panic("oh no");
}

int main() { f(); }

// CHECK:      panic: oh no
// CHECK-NEXT: {{^}}	panic: again
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK:      {{^}}deferred(...)
// CHECK-NEXT: section-7-trace.cpp:[[#]]
// CHECK:      {{^}}f(...)
// CHECK-NEXT: section-7-trace.cpp:[[#]]
// CHECK:      {{^}}main(...)
// CHECK-NEXT: section-7-trace.cpp:[[#]]
