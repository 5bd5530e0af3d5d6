// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: what is wrong inside of an operand is reported once, in Clang's words.

#include <defer.h>

void g(int *);
void f(void) {
  defer undeclared(1); // expected-error-re {{{{use of undeclared identifier|call to undeclared function}} 'undeclared'}}
  int x = 0;
  defer g(x, x); // expected-error-re {{{{no matching function for call|too many arguments to function call}}{{.*}}}}
}
// expected-note-re@-6 0-1 {{{{.*}}}}
