// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a panic runs the open-coded calls whose statements were reached, and
// no other.

#include <cstdio>
#include <defer.h>

static void show(int I) { std::printf("call %d\n", I); }

static void f(int K) {
  defer show(0);
  if (K & 1)
    defer show(1);
  if (K & 2)
    defer show(2);
  if (K & 4)
    panic(K);
  defer show(3);
}

int main() {
  defer {
    auto R = recover();
    std::printf("recovered %d\n", R.as<int>());
  }
  f(2);
  f(5);
}

// CHECK:      call 3
// CHECK-NEXT: call 2
// CHECK-NEXT: call 0
// CHECK-NEXT: call 1
// CHECK-NEXT: call 0
// CHECK-NEXT: recovered 5
