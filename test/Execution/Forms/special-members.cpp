// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: constructors and destructors defer; the defers of a body come before the members' destructors.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

struct Member {
  ~Member() { say("~Member"); }
};
struct T {
  Member M;
  int D = [] {
    defer say("member initialiser");
    return 1;
  }();
  T() {
    defer say("constructor defer");
    say("constructor");
  }
  ~T() {
    defer say("destructor defer");
    say("destructor");
  }
};
int main() { T X; }

// CHECK:      member initialiser
// CHECK-NEXT: constructor
// CHECK-NEXT: constructor defer
// CHECK-NEXT: destructor
// CHECK-NEXT: destructor defer
// CHECK-NEXT: ~Member
// CHECK-NOT:  {{.}}
