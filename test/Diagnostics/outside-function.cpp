// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a defer at namespace or class scope has no frame to run in.
// Message: DeferOutsideFunction

#include <defer.h>

void g();
defer g(); // expected-error {{`defer` outside a function; a deferred call needs a frame to run in}}
namespace n {
defer g(); // expected-error {{`defer` outside a function}}
}
extern "C" {
defer { g(); } // expected-error {{`defer` outside a function}}
}
struct S {
  defer g(); // expected-error {{`defer` outside a function}}
};
template <class T> struct U {
  void m() { defer g(); }
};
