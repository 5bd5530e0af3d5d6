// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: `__func__` in an operand or a block names the function that wrote it.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

static void named() {
  defer say(__func__);
  defer { say(__func__); };
}
int main() { named(); }

// CHECK:      named
// CHECK-NEXT: named
// CHECK-NOT:  {{.}}
