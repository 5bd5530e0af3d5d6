// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -x c -DIN_C -O0 %s -o %t && %t | FileCheck %s --check-prefix=C
//
// Intent: a defer statement behind a panic or a return is dead. Clang emits it when there is
// a label inside, in its block too, but not the segment in front of it.
// A handler in front of dead statements asks for no frame's panic. Found by utils/fuzz
// (seeds 50001 and 50002): `defer without a frame`, a marker that reached code generation.

// CHECK:      recovered p1
// CHECK-NEXT: second
// CHECK-NEXT: recovered p2
// CHECK-NEXT: third
// CHECK-NEXT: third
// CHECK-NOT:  not reached

// C:     third
// C-NOT: not reached

#include <defer.h>
#include <stdio.h>
#ifndef IN_C
#include <string>
#endif

static int third(int N) {
  defer puts("third");
  if (N)
    return 1;
  return 2;
  defer {
    switch (N) {
    case 1:
      puts("not reached");
    }
  again:
    if (N++ < 2)
      goto again;
  }
}

#ifndef IN_C
static void first() {
  { panic("p1"); }
  defer {
    int I = 0;
  again:
    if (++I < 2)
      goto again;
    puts("not reached");
  }
}

static void second() {
  defer puts("second");
  { panic("p2"); }
  defer {
    int I = 0;
  again:
    if (++I < 2)
      goto again;
    puts("not reached");
  }
}

static int handler() {
  try {
    goexit();
  } catch (...) {
    throw;
  }
  defer puts("not reached");
}

static void recovering(void (*F)()) {
  defer { printf("recovered %s\n", recover().text().c_str()); };
  F();
}
#endif

int main(void) {
#ifndef IN_C
  recovering(first);
  recovering(second);
#endif
#ifndef IN_C
  if (third(1) != 1)
    return handler();
#endif
  return third(0) - 2;
}
