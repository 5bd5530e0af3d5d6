// RUN: %deferc++ -fsyntax-only -Wno-gnu-statement-expression -Xclang -verify %s
//
// Intent: a `return` in a statement expression of an operand is an error, but not that of a
// lambda or of a block in the operand.
// Message: OperandReturns

#include <defer.h>

void g(int);

template <class T> void h(T N) {
  defer g(({
    if (N)
      return; // expected-error {{`return` in the operand of `defer` would leave only the operand; return before the statement}}
    N;
  }));
}

void f(int N) {
  defer g(({ return; 1; })); // expected-error {{`return` in the operand of `defer` would leave only the operand}}
  defer g([&] { return N; }());
  defer g(({
    defer { return; };
    N;
  }));
  h(N);
}
