// RUN: %deferc++ -O1 -g %s -o %t && llvm-strip %t -o %t.stripped
// RUN: not %t.stripped > %t.out 2>&1
// RUN: FileCheck %s < %t.out
// RUN: sed -n 's/.* +\(0x[0-9a-f]*\)$/\1/p' %t.out | sed 1d | llvm-symbolizer --obj=%t | FileCheck %s --check-prefix=PLACE
//
// Intent: the trace of a stripped program names its file and the offsets in it, which
// tell the places to who has the file with symbols. The runtime's own frames are still
// known.

#include <defer.h>

__attribute__((noinline)) static void deferred() { panic("again"); }

__attribute__((noinline)) static void f() {
  defer { deferred(); };
  panic("origin");
}

int main() {
  f();
  __asm__ volatile("");
}

// CHECK:      panic: origin
// CHECK-NEXT: {{^}}	panic: again
// CHECK:      goroutine 1 [running]:
// CHECK-NEXT: {{^}}??(...)
// CHECK-NEXT: {{^}}	{{/.*}}stripped.cpp{{.*}} +0x{{[0-9a-f]+$}}
// CHECK:      {{^}}panic(...)
// CHECK-NEXT: {{^	.}}
// CHECK-NEXT: {{^}}??(...)
// CHECK-NEXT: {{^}}	{{/.*}}stripped.cpp{{.*}} +0x{{[0-9a-f]+$}}
// CHECK-NEXT: {{^}}??(...)
// CHECK-NEXT: {{^}}	{{/.*}}stripped.cpp{{.*}} +0x{{[0-9a-f]+$}}
// CHECK-NOT:  __deferc

// PLACE: f()
// PLACE: main
