// RUN: %deferc++ -O1 -g -static %s -o %t
// RUN: %deferc++ -O1 -g -static -s %s -o %t.stripped
// RUN: not %t 2>&1 | FileCheck %s --check-prefixes=CHECK,NAMES
// RUN: not %t.stripped 2>&1 | FileCheck %s --check-prefixes=CHECK,OFFSETS
//
// Intent: a program without a dynamic loader, which cannot open libdw, finds its
// functions in its own symbol table; a stripped one still says where they are.

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
// NAMES-NEXT: {{^}}deferred(...)
// NAMES-NEXT: {{^}}	{{/.*}}static-program.cpp{{.*}} +0x{{[0-9a-f]+$}}
// NAMES:      {{^}}panic(...)
// NAMES:      {{^}}f(...)
// NAMES:      {{^}}main(...)
// OFFSETS-NEXT: {{^}}??(...)
// OFFSETS-NEXT: {{^}}	{{/.*}}static-program.cpp{{.*}} +0x{{[0-9a-f]+$}}
// OFFSETS:    {{^}}panic(...)
// OFFSETS:    {{^}}??(...)
// CHECK-NOT:  __deferc
