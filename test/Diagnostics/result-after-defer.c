// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a defer or a return before the result variable would not know it.
// Message: ResultAfterDefer

#include <defer.h>

int g(int);
int f(void) {
  defer g(1);
  defer_result int x = 1; // expected-error {{`defer_result` must be declared before the first `defer` and `return`}}
  return x;
}
