// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: `defer_result` stands in the outermost block of a function.
// Message: ResultNotOutermost

#include <defer.h>

int g(int);
int f() {
  {
    defer_result int x = 1; // expected-error {{`defer_result` must be declared in the outermost block of a function}}
    defer g(x);
  }
  return 1;
}
defer_result int global; // expected-error {{`defer_result` must be declared in the outermost block of a function}}
