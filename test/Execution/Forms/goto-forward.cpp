// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a goto past a defer leaves it out.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }

static void f(int Skip) {
  if (Skip)
    goto end;
  defer say("deferred");
end:
  say("end");
}
int main() {
  f(0);
  f(1);
}

// CHECK:      end
// CHECK-NEXT: deferred
// CHECK-NEXT: end
// CHECK-NOT:  {{.}}
