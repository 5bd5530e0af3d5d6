// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a goto back to a label registers the defer again, and runs nothing.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

int main() {
  int I = 0;
again:
  defer num(I);
  if (++I < 3)
    goto again;
  say("end");
}

// CHECK:      end
// CHECK-NEXT: 2
// CHECK-NEXT: 1
// CHECK-NEXT: 0
// CHECK-NOT:  {{.}}
