// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer in a loop queues one call for each iteration, with that iteration's
// value.

#include <defer.h>
#include <stdio.h>

static void cleanup(const char *X) { printf("cleanup %s\n", X); }

static void f(const char **Xs, int N) {
  for (int I = 0; I < N; ++I) {
    defer cleanup(Xs[I]);
  }
  puts("loop is done");
}

int main(void) {
  const char *Xs[] = {"a", "b", "c"};
  f(Xs, 3);
}

// CHECK:      loop is done
// CHECK-NEXT: cleanup c
// CHECK-NEXT: cleanup b
// CHECK-NEXT: cleanup a
