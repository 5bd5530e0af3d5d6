// RUN: %deferc++ -fsyntax-only -std=c++23 -Xclang -verify %s
//
// Intent: a function that may be evaluated at compile time cannot defer.
// Message: DeferInConstexpr

#include <defer.h>

void g();
constexpr int f() { // expected-error 0-1 {{constexpr function never produces a constant expression}}
  defer g(); // expected-error {{`defer` in a constexpr function; deferred calls need a frame at run time}}
  return 1;
}
consteval int h() {
  defer g(); // expected-error {{`defer` in a consteval function}}
  return 1;
}
