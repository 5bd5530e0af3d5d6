// RUN: %deferc++ -std=c++20 -w -fsyntax-only -Xclang -verify %s
//
// Intent: a temporary that cannot be made a variable of its scope is an error: one of a
// condition, of an element of a tuple, and one that is made conditionally or late.
// Message: CaptureTemporary CaptureDeclaredHere

#include <defer.h>
#include <utility>

struct P { int a; explicit operator bool() const; };
P make(int);
void num(int), look(const int &), show(const P &);

struct Tuple { int n; };
template <> struct std::tuple_size<Tuple> { static constexpr std::size_t value = 1; };
template <> struct std::tuple_element<0, Tuple> { using type = int; };
template <std::size_t> int get(const Tuple &);

void f(int k) {
  if (const P &p = make(k)) { // expected-note 2 {{'p' is declared here}}
    defer show(p); // expected-error {{deferred call uses 'p', which refers to a temporary that ends before the call; give the temporary a name, or copy 'p' with a lambda, `defer [=] { ... }()`}}
    defer { num(p.a); }; // expected-error {{deferred call uses 'p', which refers to a temporary}}
    defer [=] { num(p.a); }();
    defer num(p.a);
  }
  while (const int &n = k--) // expected-note {{'n' is declared here}}
    defer look(n); // expected-error {{deferred call uses 'n', which refers to a temporary}}
  for (;;) {
    auto [e] = Tuple{k}; // expected-note {{'e' is declared here}}
    defer look(e); // expected-error {{deferred call uses 'e', which refers to a temporary}}
    const P &p = k ? static_cast<P &&>(make(1)) : static_cast<P &&>(make(2)); // expected-note {{'p' is declared here}}
    defer show(p); // expected-error {{deferred call uses 'p', which refers to a temporary}}
    const P &q = k ? make(1) : make(2);
    defer show(q);
    const int &m = (num(k), static_cast<P &&>(make(k)).a); // expected-note {{'m' is declared here}}
    defer look(m); // expected-error {{deferred call uses 'm', which refers to a temporary}}
  }
}
