// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a lambda in a member's initializer defers, though the template's
// constructor that runs it is implicit, or there is none.

#include <defer.h>

#include <cstdio>

template <class T> struct Member {
  T V = [] {
    defer std::puts("deferred");
    std::puts("body");
    return T(3);
  }();
};

template <class T> struct Nested {
  Member<T> M;
};

int main() {
  // CHECK: body
  // CHECK-NEXT: deferred
  // CHECK-NEXT: implicit 3
  Member<int> Implicit;
  std::printf("implicit %d\n", Implicit.V);
  // CHECK-NEXT: body
  // CHECK-NEXT: deferred
  // CHECK-NEXT: aggregate 3
  Member<long> Aggregate = {};
  std::printf("aggregate %ld\n", Aggregate.V);
  // CHECK-NEXT: body
  // CHECK-NEXT: deferred
  // CHECK-NEXT: nested 3
  auto *In = new Nested<short>;
  std::printf("nested %d\n", In->M.V);
  delete In;
}
