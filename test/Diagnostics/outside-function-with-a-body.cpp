// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: what follows a `defer` outside of a function is read again where its operand
// ends: behind a block, or before the bracket that ends the class or the file.
// Message: DeferOutsideFunction

#include <defer.h>

void g();
struct S {
  defer g() // expected-error {{`defer` outside a function}}
};
defer { defer g(); } // expected-error {{`defer` outside a function}}
int after = S().x;   // expected-error {{no member named 'x'}}
defer g              // expected-error {{`defer` outside a function}}
