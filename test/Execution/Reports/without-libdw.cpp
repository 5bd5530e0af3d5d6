// RUN: rm -rf %t && mkdir %t
// RUN: echo "void dwfl_begin(void) {}" > %t/other.c && %clang -shared -fPIC %t/other.c -o %t/libdw.so.1
// RUN: %deferc++ -O1 -g %s -o %t/program
// RUN: not env LD_LIBRARY_PATH=%t %t/program 2>&1 | FileCheck %s
// RUN: rm %t/libdw.so.1 && echo "not a library" > %t/libdw.so.1
// RUN: not env LD_LIBRARY_PATH=%t %t/program 2>&1 | FileCheck %s
//
// Intent: without a libdw that can be used, names come from the symbols and the object
// and an offset stand in the place of file and line.

#include <defer.h>

__attribute__((noinline)) static void f() {
  defer { panic("again"); };
  panic("origin");
}

int main() {
  f();
  __asm__ volatile("");
}

// CHECK:      goroutine 1 [running]:
// CHECK-NEXT: {{^}}f.func1(...)
// CHECK-NEXT: {{^}}	{{/.*}}without-libdw.cpp.tmp/program +0x{{[0-9a-f]+$}}
// CHECK-NEXT: {{^}}panic(...)
// CHECK-NEXT: {{^}}	{{/.*}}/libdeferrt.so{{.*}} +0x{{[0-9a-f]+$}}
// CHECK-NEXT: {{^}}f(...)
// CHECK-NEXT: {{^}}	{{/.*}}without-libdw.cpp.tmp/program +0x{{[0-9a-f]+$}}
// CHECK-NEXT: {{^}}main(...)
// CHECK-NEXT: {{^}}	{{/.*}}without-libdw.cpp.tmp/program +0x{{[0-9a-f]+$}}
// CHECK-NOT:  (...)
