// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: DEFERC_NO_KEYWORDS leaves `defer`, `panic` and `recover` to the program.

#define DEFERC_NO_KEYWORDS
#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

struct Builder {
  Builder &defer(int N) { num(N); return *this; }
  void panic() { say("panic"); }
  void recover() { say("recover"); }
};
int main() {
  Builder B;
  _DeferC say("deferred");
  B.defer(1).panic();
  B.recover();
}

// CHECK:      1
// CHECK-NEXT: panic
// CHECK-NEXT: recover
// CHECK-NEXT: deferred
// CHECK-NOT:  {{.}}
