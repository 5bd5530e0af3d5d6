// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: `defer delete p` reads p now and deletes at the exit.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

struct T {
  ~T() { say("~T"); }
};
int main() {
  T *P = new T;
  defer delete P;
  P = nullptr;
  defer delete[] new T[2];
  say("body");
}

// CHECK:      body
// CHECK-NEXT: ~T
// CHECK-NEXT: ~T
// CHECK-NEXT: ~T
// CHECK-NOT:  {{.}}
