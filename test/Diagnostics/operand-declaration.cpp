// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a declaration cannot be deferred.
// Message: OperandDeclaration

#include <defer.h>

void f() {
  defer int x = 3; // expected-error {{operand of `defer` is a declaration; write `defer f(...)` or `defer { ... }`}}
}
