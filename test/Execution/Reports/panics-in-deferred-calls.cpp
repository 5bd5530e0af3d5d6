// RUN: %deferc++ -O0 -g %s -o %t && not %t 2>&1 | FileCheck %s
// RUN: %deferc++ -O2 -g %s -o %t && not %t 2>&1 | FileCheck %s
//
// Intent: each panic that a deferred call raises stands above the one that called it,
// `panic(...)` between them and never first; the origin of all is at the bottom, its
// stack whole.

#include <defer.h>

#define NOINLINE __attribute__((noinline))

NOINLINE static void third() { panic("three"); }

NOINLINE static void second() {
  (void)recover();
  defer third();
  panic("two");
}

NOINLINE static void first() {
  defer second();
  panic("one");
}

int main() { first(); }

// CHECK:      panic: one [recovered]
// CHECK-NEXT: {{^}}	panic: two
// CHECK-NEXT: {{^}}	panic: three
// CHECK:      {{^}}goroutine 1 [running]:
// CHECK-NEXT: {{^}}third(...)
// CHECK-NEXT: {{^	.*}}panics-in-deferred-calls.cpp:12
// CHECK-NEXT: {{^}}panic(...)
// CHECK-NEXT: {{^	.}}
// CHECK-NEXT: {{^}}second(...)
// CHECK-NEXT: {{^	.*}}panics-in-deferred-calls.cpp:17
// CHECK-NEXT: {{^}}panic(...)
// CHECK-NEXT: {{^	.}}
// CHECK-NEXT: {{^}}first(...)
// CHECK-NEXT: {{^	.*}}panics-in-deferred-calls.cpp:22
// CHECK-NEXT: {{^}}main(...)
// CHECK-NEXT: {{^	.*}}panics-in-deferred-calls.cpp:25
// CHECK-NOT:  (...)
