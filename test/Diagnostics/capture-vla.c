// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: the storage of a nested variable length array cannot be kept; an operand that only
// reads or changes an element does not need it.
// Message: CaptureVLA CaptureDeclaredHere

#include <defer.h>

void look(const int *), num(int);
void f(int n) {
  for (int i = 1; i < n; i++) {
    int v[i]; // expected-note {{'v' is declared here}}
    defer num(v[0]++);
    defer num(v[0] += 1);
    defer num(v[0] = 1);
    defer look(v); // expected-error {{deferred call uses 'v', a variable length array of a nested scope that ends before the call; declare it in the outermost block}}
  }
  int outermost[n];
  defer look(outermost);
}
