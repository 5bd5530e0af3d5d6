// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: templates, packs and generic lambdas defer as other functions do.

#include <defer.h>

#include <cstdio>

static void num(int N) { std::printf("%d\n", N); }

template <class... A> static void pack(A... V) {
  defer std::printf("pack of %d\n", (int)sizeof...(V));
  defer [](auto... W) { (num(W), ...); }(V...);
}
template <class T> static T twice(T X) {
  defer num(int(X));
  defer { num(int(X) + 1); };
  return ++X;
}
template <class T> struct C {
  T X;
  void f() {
    defer num(int(X));
    X = 0;
  }
};
int main() {
  pack(1, 2);
  num(twice(4));
  C<int>{5}.f();
  auto Generic = [](auto V) { defer num(V); return V; };
  Generic(6);
}

// CHECK:      1
// CHECK-NEXT: 2
// CHECK-NEXT: pack of 2
// CHECK-NEXT: 6
// CHECK-NEXT: 4
// CHECK-NEXT: 5
// CHECK-NEXT: 5
// CHECK-NEXT: 6
// CHECK-NOT:  {{.}}
