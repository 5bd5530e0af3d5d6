// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a named result is what the caller gets after the deferred calls: scalar, aggregate or class.

#include <defer.h>

#include <cstdio>
#include <string>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

struct P {
  int A, B;
};
static int scalar() {
  defer_result int R = 1;
  defer { R *= 2; };
  return 21;
}
static P pair() {
  defer_result P R{1, 2};
  defer { R.A += 100; };
  return P{R.B, R.A};
}
static std::string text(bool Early) {
  defer_result std::string R = "init";
  defer { R += "!"; };
  if (Early)
    return R;
  return "value";
}
int main() {
  num(scalar());
  P X = pair();
  std::printf("%d %d\n", X.A, X.B);
  say(text(false).c_str());
  say(text(true).c_str());
}

// CHECK:      42
// CHECK-NEXT: 102 1
// CHECK-NEXT: value!
// CHECK-NEXT: init!
// CHECK-NOT:  {{.}}
