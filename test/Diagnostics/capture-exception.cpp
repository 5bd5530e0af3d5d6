// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a reference to an exception cannot be captured: the exception ends with its
// handler. By value, and where the handler is the function's own, it can.
// Message: CaptureException CaptureDeclaredHere

#include <defer.h>

struct E { int n; };
void may(), look(const E &), num(const int &);
void f() {
  try {
    may();
  } catch (const E &e) { // expected-note 3 {{'e' is declared here}}
    defer look(e); // expected-error {{deferred call uses 'e', which refers to an exception that ends with its handler, before the call; catch it by value, or copy 'e' with a lambda, `defer [=] { ... }()`}}
    defer { num(e.n); }; // expected-error {{deferred call uses 'e', which refers to an exception}}
    const int &n = e.n;
    defer num(n); // expected-error {{deferred call uses 'e', which refers to an exception}}
    defer [=] { look(e); }();
  } catch (int n) {
    defer num(n);
  }
}
void g() try {
  may();
} catch (const E &e) {
  defer look(e);
}
