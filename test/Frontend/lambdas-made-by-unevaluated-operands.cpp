// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a lambda defers though an operand that is not evaluated is the first to make
// its instance, or holds it.

#include <defer.h>

#include <cstdio>
#include <functional>
#include <string>
#include <variant>

static auto makeLambda(const char *Name) {
  return [=](auto &&) {
    defer std::printf("%s deferred\n", Name);
    std::printf("%s\n", Name);
    return 5;
  };
}

template <class F, class A>
static auto declared(F Function, A &Argument) -> decltype(Function(Argument)) {
  return Function(Argument);
}
template <class F> static int constrained(F Function) {
  if constexpr (requires { Function(1); })
    return Function(1);
  else
    return 0;
}
template <class T = decltype([] { defer std::puts("operand deferred"); std::puts("operand"); })>
static void templateOperand() {
  T{}();
}

int main() {
  int K = 0;
  // CHECK: std::function
  // CHECK-NEXT: std::function deferred
  std::function<int(int)> Function = makeLambda("std::function");
  Function(1);
  // CHECK-NEXT: sizeof
  // CHECK-NEXT: sizeof deferred
  auto Size = makeLambda("sizeof");
  if (sizeof(Size(K)) == sizeof(int))
    Size(K);
  // CHECK-NEXT: visit
  // CHECK-NEXT: visit deferred
  std::variant<int, std::string> Variant = "text";
  std::visit(makeLambda("visit"), Variant);
  // CHECK-NEXT: decltype
  // CHECK-NEXT: decltype deferred
  declared(makeLambda("decltype"), K);
  // CHECK-NEXT: requires
  // CHECK-NEXT: requires deferred
  constrained(makeLambda("requires"));
  // CHECK-NEXT: nested
  // CHECK-NEXT: nested deferred
  // CHECK-NEXT: outer deferred
  std::function<int(int)> Outer = [](auto V) {
    defer std::puts("outer deferred");
    return [](auto) {
      defer std::puts("nested deferred");
      std::puts("nested");
      return 1;
    }(V);
  };
  Outer(1);
  // CHECK-NEXT: operand
  // CHECK-NEXT: operand deferred
  templateOperand();
}
