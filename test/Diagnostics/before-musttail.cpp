// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a function that defers cannot make a musttail call.
// Message: DeferBeforeMustTail

#include <defer.h>

int g(int x);
int f(int x) {
  defer g(1);
  __attribute__((musttail)) return g(x); // expected-error {{`musttail` call in a function that defers; deferred calls run after the call and need the frame that it gives up}}
}
