// RUN: %deferc++ -std=c++17 -O0 %s -o %t && not %t 2>&1 | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && not %t 2>&1 | FileCheck %s
//
// Intent: a function whose result has no zero value, that a helper recovers for before a
// `return` has stored a result, ends the program with an error that says what to write;
// one that has returned already gives its result.

#include <defer.h>

#include <cstdio>
#include <string>

static void stop() { recover(); }

static void fail(const char *Why) {
  if (Why)
    panic(Why);
}

static std::string text(const char *Before, const char *Behind) {
  defer stop();
  defer fail(Behind);
  fail(Before);
  return "result";
}

int main() {
  setvbuf(stdout, nullptr, _IONBF, 0);
  std::puts(text(nullptr, "behind").c_str());
  std::puts(text("before", nullptr).c_str());
}

// CHECK:      result
// CHECK-NEXT: fatal error: a function recovered that has no result to return; name its result with `defer_result`
// CHECK-NOT: {{^}}result
