// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: where the deferred call is one that does nothing at run time, a destructor of a
// scalar or a trivial one or an immediate function, the operand is evaluated and nothing else.

#include <defer.h>

#include <cstdio>

struct Trivial {
  int V;
};
struct Other {
  ~Other() { std::puts("destroyed"); }
};

template <class T> static T *evaluated(T *P) {
  std::puts("evaluated");
  return P;
}
template <class T> static void destroy(T *P) {
  defer evaluated(P)->~T();
  std::puts("body");
}
using Number = int;
static void destroyAlias(int *P) {
  defer (evaluated(P)->~Number());
  defer (*evaluated(P)).~Number();
  std::puts("body");
}

consteval int immediate(int N) { return N; }
static void callImmediate() {
  defer immediate(1);
  std::puts("body");
}

int main() {
  int N = 0;
  Trivial T{0};
  alignas(Other) char Memory[sizeof(Other)];
  destroy(&N);
  destroy(&T);
  destroy(new (Memory) Other);
  destroyAlias(&N);
  callImmediate();
}

// CHECK:      evaluated
// CHECK-NEXT: body
// CHECK-NEXT: evaluated
// CHECK-NEXT: body
// CHECK-NEXT: evaluated
// CHECK-NEXT: body
// CHECK-NEXT: destroyed
// CHECK-NEXT: evaluated
// CHECK-NEXT: evaluated
// CHECK-NEXT: body
// CHECK-NEXT: body
// CHECK-NOT:  {{.}}
