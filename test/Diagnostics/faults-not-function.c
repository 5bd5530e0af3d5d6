// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: faults panic in functions; a variable cannot ask for it.
// Message: FaultsNotFunction

#include <defer.h>

defer_fault_panics int x; // expected-error {{`defer_fault_panics` and `defer_no_fault_panics` belong to a function}}
void f(defer_no_fault_panics int *p) { // expected-error {{`defer_fault_panics` and `defer_no_fault_panics` belong to a function}}
  defer_no_fault_panics int *q = p; // expected-error {{`defer_fault_panics` and `defer_no_fault_panics` belong to a function}}
  *q = 1;
}
