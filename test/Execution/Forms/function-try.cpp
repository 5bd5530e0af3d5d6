// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: in a function-try block the body and each handler run their own defers.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

static void f() try {
  defer say("body defer");
  throw 1;
} catch (...) {
  defer say("handler defer");
  say("handler");
}
int main() { f(); }

// CHECK:      body defer
// CHECK-NEXT: handler
// CHECK-NEXT: handler defer
// CHECK-NOT:  {{.}}
