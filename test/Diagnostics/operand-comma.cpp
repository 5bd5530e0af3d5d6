// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: two calls joined by a comma are no call.
// Message: OperandNotCall

#include <defer.h>

void g();
void f() {
  defer g(), g(); // expected-error {{operand of `defer` is not a call}}
}
