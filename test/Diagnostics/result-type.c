// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: the variable has the type of the result.
// Message: ResultType

#include <defer.h>

int g(int);
int f(void) {
  defer_result long x = 1; // expected-error {{`defer_result` 'x' has type 'long', but the function returns 'int'}}
  defer g(1);
  return 1;
}
