// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer inside of a defer block belongs to the block.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

int main() {
  defer say("last");
  defer {
    defer say("inner");
    say("outer");
  };
}

// CHECK:      outer
// CHECK-NEXT: inner
// CHECK-NEXT: last
// CHECK-NOT:  {{.}}
