// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a builtin or an atomic is a call: operands now, effect at the exit.

#include <defer.h>

#include <cstdio>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

static int A = 1;
int main() {
  static char Buffer[4];
  defer { say(Buffer); };
  defer num(__atomic_load_n(&A, __ATOMIC_SEQ_CST));
  defer { num(A); };
  int K = 5;
  defer __atomic_store_n(&A, K, __ATOMIC_SEQ_CST);
  K = 9;
  defer __sync_fetch_and_add(&A, 100);
  defer __builtin_memcpy(Buffer, "abc", 4);
  num(A);
}

// CHECK:      1
// CHECK-NEXT: 5
// CHECK-NEXT: 1
// CHECK-NEXT: abc
// CHECK-NOT:  {{.}}
