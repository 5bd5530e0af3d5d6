// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer in a macro, and a do-while of a macro that is no loop.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

#define LATER(X) defer say(X)
#define BOTH(N)                                                                \
  do {                                                                         \
    defer num(N);                                                              \
    say("now");                                                                \
  } while (0)
int main() {
  LATER("from a macro");
  BOTH(1);
}

// CHECK:      now
// CHECK-NEXT: 1
// CHECK-NEXT: from a macro
// CHECK-NOT:  {{.}}
