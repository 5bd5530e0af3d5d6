// RUN: rm -rf %t && mkdir %t
// RUN: %deferc -O2 -fPIC -S -DLIBRARY %s -o %t/library.s
// RUN: sed '0,/\.byte\t1$/s//.byte\t9/' %t/library.s > %t/newer.s
// RUN: not diff %t/library.s %t/newer.s
// RUN: %deferc -shared %t/newer.s -o %t/libnewer.so
// RUN: %deferc -O2 %s -o %t/program %t/libnewer.so -Wl,-rpath,%t
// RUN: bash -c '%t/program; test $? = 2' > %t/output 2>&1
// RUN: FileCheck %s < %t/output
// RUN: sed '0,/1179665732/s//1/' %t/library.s > %t/damaged.s
// RUN: %deferc -shared %t/damaged.s -o %t/libnewer.so
// RUN: bash -c '%t/program; test $? = 2' > %t/output 2>&1
// RUN: FileCheck %s --check-prefix=DAMAGED < %t/output
//
// Intent: funcdata of a kind that the runtime does not know, as a newer compiler may write
// it, ends the program when the object is loaded, with an error that names the object; so
// does damaged funcdata. No deferred call is missed.

#include <defer.h>
#include <stdio.h>

void fail(int N);

#ifdef LIBRARY
static void say(int N) { printf("deferred %d\n", N); }
void fail(int N) {
  defer say(N);
  if (N)
    panic("lost");
}
#else
int main(int Count, char **Arguments) {
  (void)Arguments;
  puts("in main");
  fail(Count);
}
#endif
// CHECK-NOT: in main
// CHECK:     fatal error: {{/.*}}/libnewer.so has funcdata of kind 9, which this runtime does not know; build it with the version of deferc that the runtime is of{{$}}
// CHECK-NOT: in main

// DAMAGED-NOT: in main
// DAMAGED:     fatal error: damaged funcdata at 0x{{[0-9a-f]+}} in {{/.*}}/libnewer.so; was it built with another version of deferc?{{$}}
// DAMAGED-NOT: in main
