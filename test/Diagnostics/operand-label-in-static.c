// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a static variable of an operand cannot hold the address of a label of the
// function, since it belongs to the closure; one of its own statement expression it can.
// Message: OperandLabelInStatic

#include <defer.h>

void see(void *);

void f(int n) {
  defer see(({ static void *table[] = {&&end}; table[n]; })); // expected-error {{static variable in the operand of `defer` holds the address of label 'end'; declare the variable before the statement}}
  defer see(({ static void *own[] = {&&inner}; inner: own[n]; }));
  static void *before[] = {&&end};
  defer see(before[n]);
end:
  see(&&end);
}
