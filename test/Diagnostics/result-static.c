// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a static variable is not a result.
// Message: ResultStatic

#include <defer.h>

int g(int);
int f(void) {
  static defer_result int x = 1; // expected-error {{`defer_result` must be an automatic variable}}
  defer g(1);
  return x;
}
