// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a cleanup attribute is a destructor.
// Message: CaptureWithDestructor CaptureDeclaredHere

#include <defer.h>

void g(int *), look(const int *);
void f(int c) {
  if (c) {
    __attribute__((cleanup(g))) int n = 1; // expected-note {{'n' is declared here}}
    defer look(&n); // expected-error {{deferred call uses 'n', whose destructor runs before it at the end of a nested scope}}
  }
}
