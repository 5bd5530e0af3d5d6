// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a receiver is by reference; methods, virtual, static, call and shift operators can be deferred.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

struct T {
  int V;
  void m(int X) { std::printf("m %d %d\n", V, X); }
  virtual void v() { std::printf("v %d\n", V); }
  virtual ~T() = default;
  T(int V) : V(V) {}
  void operator()(int X) { std::printf("call %d %d\n", V, X); }
  T &operator<<(int X) {
    std::printf("shift %d\n", X);
    return *this;
  }
  static void s() { say("static"); }
};
int main() {
  T A{7};
  T *P = &A;
  defer A.m(A.V + 1);
  defer P->v();
  defer A(3);
  defer T::s();
  defer A << 9;
  void (T::*Member)(int) = &T::m;
  defer (A.*Member)(2);
  A.V = 8;
  P = nullptr;
}

// CHECK:      m 8 2
// CHECK-NEXT: shift 9
// CHECK-NEXT: static
// CHECK-NEXT: call 8 3
// CHECK-NEXT: v 8
// CHECK-NEXT: m 8 8
// CHECK-NOT:  {{.}}
