// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -flto=thin -fuse-ld=lld %s -o %t && %t | FileCheck %s
//
// Intent: a function with records is not inlined, whatever its caller asks for.

#include <defer.h>

#include <cstdio>

static int records(int N) {
  defer {
    if (recover())
      std::puts("recovered");
  };
  for (int I = 0; I < N; I++)
    defer std::printf("%d\n", I);
  if (N == 2)
    panic("two");
  return N;
}

__attribute__((flatten)) static void flattens(int N) {
  defer std::puts(recover() ? "wrong" : "outer");
  records(N);
  std::puts("goes on");
}

static void asksAtTheCall(int N) {
  defer std::puts(recover() ? "wrong" : "outer");
  [[clang::always_inline]] records(N);
  std::puts("goes on");
}

int main() {
  // CHECK: 1
  // CHECK-NEXT: 0
  // CHECK-NEXT: recovered
  // CHECK-NEXT: goes on
  // CHECK-NEXT: outer
  flattens(2);
  // CHECK-NEXT: 1
  // CHECK-NEXT: 0
  // CHECK-NEXT: recovered
  // CHECK-NEXT: goes on
  // CHECK-NEXT: outer
  asksAtTheCall(2);
}
