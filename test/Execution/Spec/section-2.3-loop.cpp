// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer in a loop queues one call for each iteration, with that iteration's
// value.

#include <cstdio>
#include <defer.h>
#include <string>
#include <vector>

static void cleanup(const std::string &X) { std::printf("cleanup %s\n", X.c_str()); }

static void f(std::vector<std::string> Xs) {
  for (const std::string &X : Xs) {
    defer cleanup(X);
  }
  std::puts("loop is done");
}

int main() { f({"a", "b", "c"}); }

// CHECK:      loop is done
// CHECK-NEXT: cleanup c
// CHECK-NEXT: cleanup b
// CHECK-NEXT: cleanup a
