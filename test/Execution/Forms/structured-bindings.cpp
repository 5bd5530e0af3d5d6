// RUN: %deferc++ -std=c++17 -O0 -Werror %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -Werror %s -o %t && %t | FileCheck %s
//
// Intent: structured bindings are captured, in C++17 too.

#include <defer.h>

#include <cstdio>
#include <utility>

static void num(int N) { std::printf("%d\n", N); }

int main() {
  auto [A, B] = std::make_pair(1, 2);
  defer num(A + B);
  defer { num(A - B); };
  A = 10;
}

// CHECK:      8
// CHECK-NEXT: 3
// CHECK-NOT:  {{.}}
