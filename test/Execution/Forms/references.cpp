// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++20 -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: a deferred call that has a reference reaches the variable of a nested scope
// behind it, through members, elements, conditionals, casts and calls, and keeps
// it, in a loop one for each iteration.

#include <defer.h>

#include <array>
#include <cstdio>
#include <utility>

struct Base {
  int N;
  int &number() { return N; }
};
struct Derived : Base {
  int Numbers[2];
};

static void see(const int &N) { std::printf("see %d\n", N); }
static int &choose(bool First, int &A, int &B) { return First ? A : B; }

static __attribute__((noinline)) void overwrite() {
  volatile char Bytes[4096];
  for (volatile char &B : Bytes)
    B = 0x5a;
}

static void lvalues(bool Yes) {
  for (int I = 0; I < 2; I++) {
    int Plain = I, Other = I;
    Derived Object{{I}, {I, I}};
    int &Ref = Plain, &Chain = (Ref);
    Base &AsBase = Object;
    int &Member = static_cast<Derived &>(AsBase).Numbers[1];
    int &Either = Yes ? Other : Plain;
    defer see(Chain);
    defer { see(Ref); };
    defer see(AsBase.N);
    defer see(Member);
    defer see((0, Either));
    Plain += 10;
    Object.N += 20;
    Member += 30;
    Either += 40;
  }
  overwrite();
}
// CHECK:      see 41
// CHECK-NEXT: see 31
// CHECK-NEXT: see 21
// CHECK-NEXT: see 11
// CHECK-NEXT: see 11
// CHECK-NEXT: see 40
// CHECK-NEXT: see 30
// CHECK-NEXT: see 20
// CHECK-NEXT: see 10
// CHECK-NEXT: see 10

static void calls(bool Yes) {
  for (int I = 0; I < 2; I++) {
    Derived Object{{I}, {I, I}};
    int A = I, B = I;
    std::array<int, 2> Array{I, I};
    int &Number = Object.number();
    int &Chosen = choose(Yes, A, B);
    int &Element = Array[1];
    int &&Moved = std::move(B);
    defer see(Number);
    defer see(Chosen);
    defer see(Element);
    defer see(Moved);
    Number += 10;
    Chosen += 20;
    Element += 30;
    Moved += 40;
  }
  overwrite();
}
// CHECK-NEXT: see 41
// CHECK-NEXT: see 31
// CHECK-NEXT: see 21
// CHECK-NEXT: see 11
// CHECK-NEXT: see 40
// CHECK-NEXT: see 30
// CHECK-NEXT: see 20
// CHECK-NEXT: see 10

static void elements() {
  for (int I = 0; I < 2; I++) {
    int Numbers[2] = {I, I};
    std::array<Base, 2> Objects{Base{I}, Base{I}};
    auto &[First, Second] = Numbers;
    std::pair<int, int> Pair{I, I};
    auto &[A, B] = Pair;
    for (int &N : Numbers) {
      defer { see(N); };
      N += 10;
    }
    for (Base &O : Objects) {
      defer see(O.N);
      O.N += 20;
    }
    defer see(Second);
    defer see(B);
    Second += 30;
    B += 40;
  }
  overwrite();
}
// CHECK-NEXT: see 41
// CHECK-NEXT: see 41
// CHECK-NEXT: see 21
// CHECK-NEXT: see 21
// CHECK-NEXT: see 41
// CHECK-NEXT: see 11
// CHECK-NEXT: see 40
// CHECK-NEXT: see 40
// CHECK-NEXT: see 20
// CHECK-NEXT: see 20
// CHECK-NEXT: see 40
// CHECK-NEXT: see 10

static void once(bool Yes) {
  if (Yes) {
    int N = 1;
    int &Ref = N;
    defer see(Ref);
    defer see(Ref + 0); // A temporary of the operand.
    N = 2;
  }
  {
    volatile int Bytes[64];
    for (volatile int &B : Bytes)
      B = -1;
  }
  overwrite();
}
// CHECK-NEXT: see 1
// CHECK-NEXT: see 2
// CHECK-NOT:  {{.}}

int main() {
  lvalues(true);
  calls(true);
  elements();
  once(true);
}
