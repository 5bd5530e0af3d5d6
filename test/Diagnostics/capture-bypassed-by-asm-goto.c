// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a nested variable whose declaration an `asm goto` leads past cannot be kept.

#include <defer.h>

void see(int *);

void f(int k) {
  if (k) {
    __asm__ goto("" : : : : inside);
    int local; // expected-note {{'local' is declared here}}
  inside:
    defer see(&local); // expected-error {{deferred call uses 'local', whose declaration a jump bypasses}}
  }
}
