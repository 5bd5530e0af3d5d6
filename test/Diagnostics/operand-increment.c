// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: `defer n++` is an error in C too.
// Message: OperandNotCall

#include <defer.h>

void f(void) {
  int n = 0;
  defer n++; // expected-error {{operand of `defer` is not a call; write `defer f(...)` or `defer { ... }`}}
}
