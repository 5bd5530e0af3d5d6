// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a defer inside an expression, a declaration or a for header is one error.
// Message: DeferNotStatement

#include <defer.h>

int g(int);
void f() {
  int y = defer g(1); // expected-error {{`defer` is a statement; it cannot be part of an expression, a declaration or the header of a `for`}}
  for (defer g(1); y < 0;) {} // expected-error {{`defer` is a statement}}
  for (; y < 0; defer g(1)) {} // expected-error {{`defer` is a statement}}
  g(defer g(1)); // expected-error {{`defer` is a statement}}
  (void) defer g(1); // expected-error {{`defer` is a statement}}
}
