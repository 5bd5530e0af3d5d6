// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: `goto` cannot leave a defer block, and works inside of one.
// Message: 

#include <defer.h>

void f() {
  defer {
    goto out; // expected-error {{use of undeclared label 'out'}}
  };
  defer {
    goto in;
  in:;
  };
out:;
}
