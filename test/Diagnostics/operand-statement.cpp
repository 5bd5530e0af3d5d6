// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: another statement needs a block.
// Message: OperandStatement

#include <defer.h>

int g(int);
void f() {
  defer if (g(1)) g(2); // expected-error {{operand of `defer` is a statement; put it in a block, `defer { ... }`}}
}
