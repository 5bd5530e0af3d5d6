// RUN: %deferc -fsyntax-only -Xclang -verify %s
// RUN: %deferc++ -x c++ -fsyntax-only -Xclang -verify %s
//
// Intent: `defer` before a closing bracket names the missing call, and nothing else.
// Message: OperandNotCall

#include <defer.h>

void f(void) { defer } // expected-error {{operand of `defer` is not a call}}
void g(int x) {
  if (x) {
    defer // expected-error {{operand of `defer` is not a call}}
  }
}
