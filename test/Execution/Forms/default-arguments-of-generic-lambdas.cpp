// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a lambda in a default argument of a generic lambda defers whenever a call
// evaluates the argument, wherever the generic lambda stands.

#include <defer.h>

#include <cstdio>

static int made(int N) {
  std::printf("made %d\n", N);
  return N;
}
static void done(int N) { std::printf("done %d\n", N); }

static auto Global = [](auto Value, int N = [] {
  defer done(1);
  return made(1);
}()) { return Value + N; };

struct Class {
  static inline auto Member = [](auto Value, int N = [] {
    defer done(2);
    return made(2);
  }()) { return Value + N; };
};

int main() {
  auto Local = [](auto Value, int N = [] {
    defer done(3);
    return made(3);
  }()) { return Value + N; };
  std::printf("= %d\n", Global(10));
  std::printf("= %d\n", Class::Member(10));
  std::printf("= %d\n", Local(10));
  std::printf("= %ld\n", Local(10L));
  std::printf("= %d\n", Local(10, 0));
}

// CHECK:      made 1
// CHECK-NEXT: done 1
// CHECK-NEXT: = 11
// CHECK-NEXT: made 2
// CHECK-NEXT: done 2
// CHECK-NEXT: = 12
// CHECK-NEXT: made 3
// CHECK-NEXT: done 3
// CHECK-NEXT: = 13
// CHECK-NEXT: made 3
// CHECK-NEXT: done 3
// CHECK-NEXT: = 13
// CHECK-NEXT: = 10
// CHECK-NOT:  {{.}}
