// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++20 -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: a temporary that a reference of a nested scope extends lives until the deferred
// call has run, in a loop one for each iteration: of a declaration, of the range or the
// variable of a range for, of a condition's head and of structured bindings.

#include <defer.h>

#include <array>
#include <cstdio>
#include <initializer_list>

struct Point {
  int X, Y;
  void show() const { std::printf("point %d %d\n", X, Y); }
};
struct Wider : Point {
  int Z;
};

static Point make(int N) { return {N, N + 1}; }
static void see(const int &N) { std::printf("see %d\n", N); }
static int say(const char *S) { return std::puts(S); }

static __attribute__((noinline)) void overwrite() {
  volatile char Bytes[4096];
  for (volatile char &B : Bytes)
    B = 0x5a;
}

static void ranges(int K) {
  for (const int &N : {K, K + 1})
    defer { std::printf("list %d\n", N); };
  for (const Point &P : std::array<Point, 2>{make(1), make(2)}) {
    defer P.show();
    for (auto &&Part : {P.X, P.Y})
      defer see(Part);
  }
  for (say("before the list"); auto &N : {K, K + 2})
    defer see(N);
  for (int Step = 3; auto &N : {K, K + Step}) {
    defer see(N);
    Step = 0;
  }
  overwrite();
}
// CHECK:      before the list
// CHECK-NEXT: see 8
// CHECK-NEXT: see 5
// CHECK-NEXT: see 7
// CHECK-NEXT: see 5
// CHECK-NEXT: see 3
// CHECK-NEXT: see 2
// CHECK-NEXT: point 2 3
// CHECK-NEXT: see 2
// CHECK-NEXT: see 1
// CHECK-NEXT: point 1 2
// CHECK-NEXT: list 6
// CHECK-NEXT: list 5

static void declarations(int K) {
  for (int I = 0; I < 2; I++) {
    const Point &P = make(I), &Same = P;
    Point &&Q = make(I + 10);
    const int &Part = make(I + 20).Y;
    const Point &Base = Wider{{I, 30}, 0};
    const long &Converted = I;
    defer Same.show();
    defer { Q.show(); };
    defer see(Part);
    defer Base.show();
    defer { std::printf("converted %ld\n", Converted); };
    Q.X += 100;
  }
  if (const int &N = K + 40; N)
    defer see(N);
  overwrite();
}
// CHECK-NEXT: see 45
// CHECK-NEXT: converted 1
// CHECK-NEXT: point 1 30
// CHECK-NEXT: see 22
// CHECK-NEXT: point 111 12
// CHECK-NEXT: point 1 2
// CHECK-NEXT: converted 0
// CHECK-NEXT: point 0 30
// CHECK-NEXT: see 21
// CHECK-NEXT: point 110 11
// CHECK-NEXT: point 0 1

static void bindings() {
  for (int I = 0; I < 2; I++) {
    auto &&[A, B] = make(I);
    defer { std::printf("bindings %d %d\n", A, B); };
    defer see(B);
    B += 50;
  }
  for (int I = 0; I < 2; I++) {
    auto [A, B] = make(I);
    defer { std::printf("own bindings %d %d\n", A, B); };
    defer see(B);
    B += 60;
  }
  overwrite();
}
// CHECK-NEXT: see 62
// CHECK-NEXT: own bindings 1 62
// CHECK-NEXT: see 61
// CHECK-NEXT: own bindings 0 61
// CHECK-NEXT: see 52
// CHECK-NEXT: bindings 1 52
// CHECK-NEXT: see 51
// CHECK-NEXT: bindings 0 51

// Iterators that give back values: the loop variable has a temporary for each iteration.
struct Counter {
  int I;
  Point operator*() const { return make(I * 10); }
  void operator++() { ++I; }
  bool operator!=(Counter Other) const { return I != Other.I; }
};
struct Counters {
  Counter begin() const { return {1}; }
  Counter end() const { return {4}; }
};
static void values() {
  for (const Point &P : Counters()) {
    if (P.X == 20)
      continue;
    defer P.show();
  }
  for (auto &&[A, B] : Counters()) {
    defer see(A);
    A += 70;
    if (B == 21)
      break;
  }
  for (const long &Converted : std::array<int, 2>{7, 8})
    defer { std::printf("converted %ld\n", Converted); };
  overwrite();
}
// CHECK-NEXT: converted 8
// CHECK-NEXT: converted 7
// CHECK-NEXT: see 90
// CHECK-NEXT: see 80
// CHECK-NEXT: point 30 31
// CHECK-NEXT: point 10 11

struct Pair {
  const Point &First;
  const Point &Second;
};
static void members(int K) {
  for (int I = 0; I < 2; I++) {
    Pair P{make(I), make(I + 80)};
    std::initializer_list<int> List = {I, K + 90};
    defer P.Second.show();
    defer { P.First.show(); };
    defer {
      for (int N : List)
        std::printf("of the list %d\n", N);
    };
  }
  overwrite();
}
// CHECK-NEXT: of the list 1
// CHECK-NEXT: of the list 95
// CHECK-NEXT: point 1 2
// CHECK-NEXT: point 81 82
// CHECK-NEXT: of the list 0
// CHECK-NEXT: of the list 95
// CHECK-NEXT: point 0 1
// CHECK-NEXT: point 80 81

template <typename T> static void jumps(T N) {
again:
  const T &Next = N + 100;
  defer see(Next);
  if (++N < 2)
    goto again;
  switch (N) {
  default: {
    const Point &P = make(N + 100);
    defer P.show();
  }
  }
  overwrite();
}
// CHECK-NEXT: point 102 103
// CHECK-NEXT: see 101
// CHECK-NEXT: see 100
// CHECK-NOT:  {{.}}

int main() {
  ranges(5);
  declarations(5);
  bindings();
  values();
  members(5);
  jumps(0);
}
