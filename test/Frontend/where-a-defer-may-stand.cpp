// RUN: %deferc++ -std=c++20 -Wall -Wextra -Wno-unused-label %s -o %t && %t | FileCheck %s
//
// Intent: nor do the tokens before it in C++: attributes, lambdas in initializers, trailing
// results, access specifiers and member initializers of the function around it.

#include <defer.h>

#include <cstdio>
#include <initializer_list>

struct S {
  int A;
  S() : A{1} { defer std::puts("constructor"); }
  S(int X) : A(X ? X : 2) { defer std::puts("constructor of a number"); }

public:
  auto m() const noexcept -> int { defer std::puts("method"); return A; }
};
struct S Made = [] { defer std::puts("initializer"); return S(); }();
enum E { First } Value = [] { defer std::puts("of an enumeration"); return First; }();

template <class T> struct X {
  X() try { defer std::puts("function-try"); } catch (...) { defer std::puts("never"); }
};

int main() {
  defer std::puts("last");
  S(3).m();
  X<int>();
  [&] { defer std::puts("lambda"); }();
  int N = Made.A ? [] { defer std::puts("conditional"); return 1; }() : 0;
  [[clang::nomerge]] defer std::puts("attribute");
  if (N) [[likely]] defer std::puts("likely");
  if constexpr (true) defer std::puts("constexpr if");
  else defer std::puts("never");
  for (int I : {1}) defer std::printf("range %d\n", I);
  switch (N) case 1: defer std::puts("case");
  defer [&] { std::puts("deferred lambda"); }();
}
// CHECK: constructor
// CHECK-NEXT: initializer
// CHECK-NEXT: of an enumeration
// CHECK-NEXT: constructor of a number
// CHECK-NEXT: method
// CHECK-NEXT: function-try
// CHECK-NEXT: lambda
// CHECK-NEXT: conditional
// CHECK-NEXT: deferred lambda
// CHECK-NEXT: case
// CHECK-NEXT: range 1
// CHECK-NEXT: constexpr if
// CHECK-NEXT: likely
// CHECK-NEXT: attribute
// CHECK-NEXT: last
