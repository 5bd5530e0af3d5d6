// RUN: %deferc++ -std=c++20 -O0 -Wall -Wextra -Werror -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -Wall -Wextra -Werror -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -DGLOBAL -fdefer-fault-panics %s -o %t
// RUN: not %t 2>&1 | FileCheck %s --check-prefix=GLOBAL
//
// Intent: what has no body of its own is checked as well: initializers of members,
// of implicit constructors too, default arguments, constexpr functions, which stay
// constant, and initializers of global variables.

#include <defer.h>

#include <cstdio>
#include <string>

struct Node {
  int V;
};
static Node *null() { return nullptr; }
int Zero = 0;

struct Implicit {
  int V = null()->V;
};
struct Holder {
  Implicit I;
};
template <class T> struct Written {
  T V = T(1) / Zero;
  Written(int) {}
  Written(long) {}
};
struct Aggregate {
  int A, B = null()->V;
};
static int byDefault(int V = null()->V) { return V; }

constexpr int divide(int A, int B) { return A / B; }
struct Constant {
  int V = 3;
  constexpr int get() const { return V; }
};
constexpr int Six = divide(7, 2) + Constant{}.get();
static_assert(Six == 6);
int Array[divide(9, 3)];
consteval int atCompileTime(const int *P) { return *P; }
static_assert(atCompileTime(&Six) == 6);

#ifdef GLOBAL
// GLOBAL: panic: runtime error: invalid memory address or nil pointer dereference
int Global = null()->V;
#endif

template <class F> static void check(const char *Name, F Run) {
  defer {
    if (auto R = recover())
      std::printf("%s: %s\n", Name, std::string(R.text()).c_str());
  };
  Run();
  std::printf("%s: no panic\n", Name);
}

int main() {
  // CHECK: implicit: runtime error: invalid memory address or nil pointer dereference
  check("implicit", [] { Implicit A; (void)A; });
  // CHECK-NEXT: implicit in implicit: runtime error: invalid memory
  check("implicit in implicit", [] { new Holder; });
  // CHECK-NEXT: written: runtime error: integer divide by zero
  check("written", [] { Written<int> A(1); (void)A; });
  // CHECK-NEXT: the other: runtime error: integer divide by zero
  check("the other", [] { Written<int> A(1L); (void)A; });
  // CHECK-NEXT: aggregate: runtime error: invalid memory
  check("aggregate", [] { Aggregate A{1}; (void)A; });
  // CHECK-NEXT: argument: runtime error: invalid memory
  check("argument", [] { byDefault(); });
  // CHECK-NEXT: argument again: runtime error: invalid memory
  check("argument again", [] { byDefault(); });
  // CHECK-NEXT: constexpr: runtime error: integer divide by zero
  check("constexpr", [] { std::printf("%d\n", divide(1, Zero)); });
  // CHECK-NEXT: method: runtime error: invalid memory
  check("method", [] {
    const auto *C = reinterpret_cast<const Constant *>(null());
    std::printf("%d\n", C->get());
  });
  // CHECK-NEXT: constants 6 3
  std::printf("constants %d %d\n", Six, static_cast<int>(sizeof(Array) / sizeof(int)));
}
