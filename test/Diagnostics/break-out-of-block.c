// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: `break` and `continue` cannot leave a defer block, and work inside of one.
// Message: 

#include <defer.h>

void f(void) {
  for (;;) {
    defer {
      break; // expected-error {{'break' statement not in loop or switch statement}}
    }
    defer {
      continue; // expected-error {{'continue' statement not in loop statement}}
    }
    defer {
      for (;;) break;
    }
  }
}
