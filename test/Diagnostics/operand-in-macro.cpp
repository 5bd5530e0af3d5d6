// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: inside a macro's argument the message points at the tokens of the user.
// Message: OperandNotCall

#include <defer.h>

#define LATER(x) defer x
void f() {
  int n = 0;
  LATER(n = 2); // expected-error {{operand of `defer` is not a call}}
}
