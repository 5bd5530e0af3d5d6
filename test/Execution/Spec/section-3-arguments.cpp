// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: an argument is evaluated where the statement stands.

#include <cstdio>
#include <defer.h>

static void log(int X) { std::printf("log %d\n", X); }

static void f() {
  int X = 1;
  defer log(X);
  X = 2;
  std::printf("x is %d\n", X);
}

int main() { f(); }

// CHECK:      x is 2
// CHECK-NEXT: log 1
