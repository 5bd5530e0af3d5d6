// RUN: rm -rf %t && mkdir %t
// RUN: %deferc -O1 -fPIC -shared -DLIBRARY %s -o %t/liblast.so
// RUN: %deferc -O1 %s -o %t/program %t/liblast.so -Wl,-rpath,%t
// RUN: %t/program | FileCheck %s
//
// Intent: a function of the program that defers and recovers does so also when the
// destructor of a library calls it, after the destructors of the program itself.

#include <defer.h>
#include <stdio.h>

void callLast(void (*Function)(void));

#ifdef LIBRARY
static void (*Last)(void);
void callLast(void (*Function)(void)) { Last = Function; }
__attribute__((destructor)) static void end(void) { Last(); }
#else
__attribute__((noinline)) static void fail(void) { panic("while exiting"); }
static void safe(void) {
  defer {
    defer_recovered R = recover();
    printf("recovered: %s\n", defer_text(&R));
  }
  fail();
}
static void note(void) { puts("the program's destructors have run"); }
// After the destructors of the compiler's own.
__attribute__((destructor(101))) static void end(void) { note(); }
int main(void) { callLast(safe); }
#endif
// CHECK:      the program's destructors have run
// CHECK-NEXT: recovered: while exiting
