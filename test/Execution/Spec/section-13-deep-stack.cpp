// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: pending calls of twenty thousand frames run when the stack is
// taken down.

#include <cstdio>
#include <defer.h>

static long Sum;

static void add(long N) { Sum += N; }

static void down(long N) {
  defer add(N);
  if (N > 0)
    down(N - 1);
}

int main() {
  down(20000);
  std::printf("%ld\n", Sum);
}

// CHECK: 200010000
