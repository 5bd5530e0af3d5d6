// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: the same in C.
// Message: DeferNotStatement

#include <defer.h>

int g(int);
void f(void) {
  int y = defer g(1); // expected-error {{`defer` is a statement}}
  for (defer g(1); y < 0;) {} // expected-error {{`defer` is a statement}}
}
