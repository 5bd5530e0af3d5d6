// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a named result is what the caller gets after the deferred calls: scalar, aggregate or class. An unnamed pair is its bytes: zero after a recovery.

#include <defer.h>

#include <cstdio>
#include <string>
#include <utility>

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
static std::pair<int, double> unnamed(bool Early) {
  defer { (void)recover(); };
  if (Early)
    return {3, 1.5};
  panic("no pair");
}
int main() {
  num(scalar());
  P X = pair();
  std::printf("%d %d\n", X.A, X.B);
  say(text(false).c_str());
  say(text(true).c_str());
  for (bool Early : {true, false}) {
    auto [A, B] = unnamed(Early);
    std::printf("%d %g\n", A, B);
  }
}

// CHECK:      42
// CHECK-NEXT: 102 1
// CHECK-NEXT: value!
// CHECK-NEXT: init!
// CHECK-NEXT: 3 1.5
// CHECK-NEXT: 0 0
// CHECK-NOT:  {{.}}
