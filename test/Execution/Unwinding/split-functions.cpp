// RUN: %deferc++ -O2 -fbasic-block-sections=all %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -fbasic-block-sections=all -s %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -fbasic-block-sections=all -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
//
// Intent: a panic finds the deferred calls of a function whose blocks have been put
// in sections, and unwind tables, of their own; without symbols too, unless the user
// insists on open-coded defers.

// CHECK:      deferred
// CHECK-NEXT: recovered 3
// CHECK-NEXT: f 0
// CHECK-NEXT: deferred
// CHECK-NEXT: recovered 4
// CHECK-NEXT: f 0

#include <cstdio>
#include <defer.h>
#include <string>

__attribute__((noinline)) static void g(int K) {
  if (K >= 3)
    panic(K);
}

__attribute__((noinline)) static int f(int K) {
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  defer std::puts("deferred");
  if (K > 1) {
    g(K);
    if (K > 2)
      std::puts("not reached");
    else
      g(K + 2);
  }
  return 1;
}

int main() {
  std::printf("f %d\n", f(3));
  std::printf("f %d\n", f(2));
}
