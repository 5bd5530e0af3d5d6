// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a conversion is no call, not even of one, but for one to void.
// Message: OperandNotCall

#include <defer.h>

int g(int);
struct S { S(int); };
void f() {
  defer (bool)g(1); // expected-error {{operand of `defer` is not a call}} expected-warning {{expression result unused}}
  defer S(1);       // expected-error {{operand of `defer` is not a call}}
  defer static_cast<long>(g(1)); // expected-error {{operand of `defer` is not a call}} expected-warning {{expression result unused}}
}
