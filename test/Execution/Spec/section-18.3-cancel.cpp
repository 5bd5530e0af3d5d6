// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred cancel, a closure with a copy of its state, runs on each
// way out.

#include <cstdio>
#include <defer.h>

static auto withTimeout(const char *Name) {
  std::printf("start %s\n", Name);
  return [Name] { std::printf("cancel %s\n", Name); };
}

static int f(int K) {
  auto Cancel = withTimeout("request");
  defer Cancel();
  if (K == 0)
    return 1;
  return 2;
}

int main() {
  int R = f(0);
  R += f(1);
  std::printf("%d\n", R);
}

// CHECK:      start request
// CHECK-NEXT: cancel request
// CHECK-NEXT: start request
// CHECK-NEXT: cancel request
// CHECK-NEXT: 3
