// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: an exception runs pending defers between the destructors of later and of earlier objects.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

struct D {
  const char *Name;
  ~D() { std::printf("~%s\n", Name); }
};
static void f() {
  D Earlier{"earlier"};
  defer say("deferred");
  D Later{"later"};
  throw 3;
}
int main() {
  defer say("main");
  try {
    f();
  } catch (int I) {
    num(I);
  }
}

// CHECK:      ~later
// CHECK-NEXT: deferred
// CHECK-NEXT: ~earlier
// CHECK-NEXT: 3
// CHECK-NEXT: main
// CHECK-NOT:  {{.}}
