// RUN: %deferc++ -fsyntax-only -Xclang -verify %s
//
// Intent: a variable of a nested scope with a destructor cannot be captured; by value in the operand it can.
// Message: CaptureWithDestructor CaptureDeclaredHere

#include <defer.h>

struct S { S(); S(const S &); ~S(); int n; int &operator*(); int *at(int); };
void use(S), look(const S &), num(int);
void f() {
  {
    S s;             // expected-note 3 {{'s' is declared here}}
    defer { s.n = 1; }; // expected-error {{deferred call uses 's', whose destructor runs before it at the end of a nested scope}}
    defer look(s);   // expected-error {{deferred call uses 's'}}
    defer use(s);
    defer num(s.n);
    defer num(*s);
    defer num(*s.at(1) + s.at(2)[3]);
    defer [=] { num(s.n); }();
    defer [s] { num(s.n); }();
    defer [&s] { num(s.n); }(); // expected-error {{deferred call uses 's'}}
  }
  S outermost;
  defer look(outermost);
}
