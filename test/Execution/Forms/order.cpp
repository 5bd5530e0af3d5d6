// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: deferred calls run newest first, an argument is read at the statement, a block reads at the exit.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

int main() {
  defer say("first");
  int X = 3;
  defer num(X);
  X = 4;
  defer { num(X); };
  X = 5;
}

// CHECK:      5
// CHECK-NEXT: 3
// CHECK-NEXT: first
// CHECK-NOT:  {{.}}
