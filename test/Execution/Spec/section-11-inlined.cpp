// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a function that defers behaves the same when it is inlined into its
// caller, which defers too.

#include <cstdio>
#include <defer.h>
#include <string>

__attribute__((always_inline)) static inline void small(int I) {
  defer std::printf("small %d\n", I);
  if (I == 2)
    panic("from small");
}

static void f() {
  defer {
    auto R = recover();
    std::printf("f got %s\n", R.text().c_str());
  }
  defer std::puts("f");
  small(0);
  small(1);
  small(2);
}

int main() { f(); }

// CHECK:      small 0
// CHECK-NEXT: small 1
// CHECK-NEXT: small 2
// CHECK-NEXT: {{^}}f{{$}}
// CHECK-NEXT: f got from small
