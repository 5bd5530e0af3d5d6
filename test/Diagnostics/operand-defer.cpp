// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: `defer defer f()` is an error.
// Message: OperandStatement

#include <defer.h>

void g();
void f() {
  defer defer g(); // expected-error {{operand of `defer` is a statement}}
}
