// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: `defer;` names the missing call.
// Message: OperandNotCall

#include <defer.h>

void f(void) {
  defer ; // expected-error {{operand of `defer` is not a call}}
}
