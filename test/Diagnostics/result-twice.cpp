// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a function has one result.
// Message: ResultTwice

#include <defer.h>

int g(int);
int f(void) {
  defer_result int x = 1;
  defer_result int y = 1; // expected-error {{a function has at most one `defer_result`}}
  defer g(x + y);
  return 1;
}
int h(void) {
  defer_result int x = 1;
  defer_result int y = 1; // expected-error {{a function has at most one `defer_result`}}
  return x + y;
}
