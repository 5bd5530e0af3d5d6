// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: an operand of a dependent type is checked in the instance, at its own place.
// Message: OperandNotCall

#include <defer.h>

template <class T> void f(T t) {
  defer t + 1; // expected-error {{operand of `defer` is not a call}} expected-warning {{expression result unused}}
}
template void f(int); // expected-note {{in instantiation of}}
