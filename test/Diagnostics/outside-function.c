// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: the same at file scope in C.
// Message: DeferOutsideFunction

#include <defer.h>

void g(void);
defer g(); // expected-error {{`defer` outside a function; a deferred call needs a frame to run in}}
