// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: `defer n++` is an error: Go defers calls and nothing else.
// Message: OperandNotCall

#include <defer.h>

void f() {
  int n = 0;
  defer n++; // expected-error {{operand of `defer` is not a call; write `defer f(...)` or `defer { ... }`}}
}
