// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: an operand can take the address of the labels of the function or block that the
// statement stands in, and of no others.
// Message: OperandLabel

#include <defer.h>

void see(void *);

void f(void) {
  defer see(&&nowhere); // expected-error {{operand of `defer` takes the address of label 'nowhere', which is not a label of this function or block}}
  defer {
    defer see(&&outside); // expected-error {{operand of `defer` takes the address of label 'outside'}}
    see(&&unknown); // expected-error {{use of undeclared label 'unknown'}}
  }
outside:
  see(&&outside);
}
