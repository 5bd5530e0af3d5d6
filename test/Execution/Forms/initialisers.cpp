// RUN: %deferc++ -std=c++17 -O0 -Wno-gnu-statement-expression %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -Wno-gnu-statement-expression %s -o %t && %t | FileCheck %s
//
// Intent: lambdas in globals, default arguments and statement expressions own or share their frames.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

static int Global = [] {
  defer say("global");
  return 1;
}();
static int f(int X = [] {
  defer say("default argument");
  return 2;
}()) {
  return X;
}
int main() {
  num(f());
  int V = ({
    defer say("statement expression, at the end of main");
    5;
  });
  num(V + Global);
}

// CHECK:      global
// CHECK-NEXT: default argument
// CHECK-NEXT: 2
// CHECK-NEXT: 6
// CHECK-NEXT: statement expression, at the end of main
// CHECK-NOT:  {{.}}
