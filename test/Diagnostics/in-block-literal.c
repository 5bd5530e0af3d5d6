// RUN: %deferc -fsyntax-only -fblocks -Xclang -verify %s
//
// Intent: a block literal cannot defer.
// Message: DeferInBlockLiteral

#include <defer.h>

void g(void);
void f(void) {
  void (^b)(void) = ^{
    defer g(); // expected-error {{`defer` in a block literal; use a function or a lambda}}
  };
  b();
}
