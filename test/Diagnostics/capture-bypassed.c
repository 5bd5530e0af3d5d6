// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a nested variable whose declaration a jump leads past cannot be kept,
// whether the jump is a case label or a goto.
// Message: CaptureBypassed CaptureDeclaredHere

#include <defer.h>

void look(const int *);
void f(int c) {
  switch (c) {
    int n; // expected-note {{'n' is declared here}}
  case 1:
    n = 1;
    defer look(&n); // expected-error {{deferred call uses 'n', whose declaration a jump bypasses; declare it in the outermost block}}
  }
  if (c) {
    if (c > 1)
      goto in;
    int m = 2; // expected-note {{'m' is declared here}}
  in:
    defer look(&m); // expected-error {{deferred call uses 'm', whose declaration a jump bypasses}}
  }
  if (c) {
    int k = 3;
  again:
    defer look(&k);
    if (c--)
      goto again;
  }
}
