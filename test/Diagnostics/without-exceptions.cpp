// RUN: %deferc++ -fsyntax-only -fno-exceptions -Xclang -verify %s
//
// Intent: -fno-exceptions is an error where something is deferred, not a wrong program.
// Message: DeferWithoutExceptions

#include <defer.h>

void g();
void f() {
  defer g(); // expected-error {{`defer` needs `-fexceptions`; a recovered panic unwinds to this function}}
}
