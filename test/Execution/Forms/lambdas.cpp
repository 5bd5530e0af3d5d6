// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++20 -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: a deferred call that has a lambda reaches what the lambda captures by
// reference, through other lambdas and copies of it, and keeps it, in a loop one for each
// iteration.

#include <defer.h>

#include <cstdio>
#include <functional>

static void see(const int &N) { std::printf("see %d\n", N); }
static void call(std::function<void()> F) { F(); }

static __attribute__((noinline)) void overwrite() {
  volatile char Bytes[4096];
  for (volatile char &B : Bytes)
    B = 0x5a;
}

struct Object {
  int Base;
  void run() {
    for (int I = 0; I < 2; I++) {
      int N = I;
      auto Implicit = [&] { see(N + Base); };
      defer Implicit();
      N += 10;
    }
    overwrite();
  }
};

static void captures() {
  for (int I = 0; I < 2; I++) {
    int A = I, B = I, C = I, D = I, E = I;
    auto Explicit = [&A] { see(A); };
    auto Renamed = [&R = B] { see(R); };
    auto Inner = [&C] { see(C); };
    auto Outer = [&Inner] { Inner(); };
    auto Holder = [Inner = [&D] { see(D); }] { Inner(); };
    auto Copy = Holder;
    auto Called = [&E] { see(E); };
    auto &Ref = Explicit;
    defer Explicit();
    defer Renamed();
    defer { Outer(); };
    defer [=] { Copy(); }();
    defer call(Called);
    defer Ref();
    A += 10, B += 20, C += 30, D += 40, E += 50;
  }
  overwrite();
}

int main() {
  // CHECK:      see 111
  // CHECK-NEXT: see 110
  Object{100}.run();
  // CHECK-NEXT: see 11
  // CHECK-NEXT: see 51
  // CHECK-NEXT: see 41
  // CHECK-NEXT: see 31
  // CHECK-NEXT: see 21
  // CHECK-NEXT: see 11
  // CHECK-NEXT: see 10
  // CHECK-NEXT: see 50
  // CHECK-NEXT: see 40
  // CHECK-NEXT: see 30
  // CHECK-NEXT: see 20
  // CHECK-NEXT: see 10
  // CHECK-NOT:  {{.}}
  captures();
}
