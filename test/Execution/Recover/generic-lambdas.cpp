// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: a generic lambda that is converted to a pointer recovers like any lambda,
// though a function template passes the call on to it.

#include <defer.h>

#include <cstdio>

static const auto Recovers = [](auto V) {
  std::printf("%d: %d\n", static_cast<int>(V), static_cast<bool>(recover()));
};

static void local() {
  void (*P)(int) = [](auto V) {
    std::printf("%d: %d\n", V, static_cast<bool>(recover()));
  };
  defer P(1);
  panic("local");
}
static void pack() {
  void (*P)(int, long) = [](auto... V) {
    std::printf("%d: %d\n", static_cast<int>(sizeof...(V)), static_cast<bool>(recover()));
  };
  defer P(1, 2);
  panic("pack");
}
static void converted() {
  defer (+[](int V) { Recovers(V); recover(); })(3);
  defer static_cast<void (*)(long)>(Recovers)(4);
  panic("converted");
}

int main() {
  // CHECK: 1: 1
  local();
  // CHECK-NEXT: 2: 1
  pack();
  // CHECK-NEXT: 4: 1
  // CHECK-NEXT: 3: 0
  converted();
}
