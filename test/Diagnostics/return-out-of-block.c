// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: in C a `return` inside a defer block is an error.
// Message: 

#include <defer.h>

void f(void) {
  defer {
    return; // expected-error {{cannot return from default captured statement}}
  }
}
