// RUN: %deferc++ -std=c++2b -Wno-vla-cxx-extension -fsyntax-only -Xclang -verify %s
//
// Intent: an object or array of the outermost block cannot be kept when a later goto
// jumps back over both it and the defer statement, directly or by way of another
// jump, or when it is declared in the statement that holds the defer; behind the last
// jump it can.
// Message: CaptureJumpedBackOver CaptureDeclaredHere

#include <defer.h>

struct Object { Object(); ~Object(); };
void look(const Object &), see(const int *);

void loop(int n) {
retry:
  Object o; // expected-note {{'o' is declared here}}
  int v[n]; // expected-note {{'v' is declared here}}
  defer look(o); // expected-error {{deferred call uses 'o', which ends before the call; declare 'o' in an earlier statement, before any label that a later `goto` jumps back to}}
  defer see(v); // expected-error {{deferred call uses 'v', which ends before the call}}
  if (n--)
    goto retry;
  Object behind;
  int w[n];
  defer look(o);
  defer see(v);
  defer look(behind);
  defer see(w);
}

void loopInLoop(int n) {
retry:
  Object o; // expected-note {{'o' is declared here}}
  for (int i = 0; i < n; i++) {
    if (n-- == 3)
      goto retry;
    defer look(o); // expected-error {{deferred call uses 'o'}}
  }
}

void overlap(int n) {
outer:
  Object o; // expected-note {{'o' is declared here}}
inner:
  if (n == 1)
    goto outer;
  defer look(o); // expected-error {{deferred call uses 'o'}}
  if (n--)
    goto inner;
}

void sameStatement(int n) {
outer:
  Object o; // expected-note {{'o' is declared here}}
  {
    if (n == 1)
      goto outer;
  inner:;
  }
  defer look(o); // expected-error {{deferred call uses 'o'}}
  if (n--)
    goto inner;
}

void twoLoops(int n) {
first:
  if (n-- > 5)
    goto first;
  Object o;
second:
  defer look(o);
  if (n--)
    goto second;
  switch (n) {
  case 1:
  third:
    if (n--)
      goto third;
  }
  Object behind;
  defer look(behind);
}

void ownDeclaration() {
  Object o, p = ({ defer look(o); Object(); }); // expected-error {{deferred call uses 'o'}} expected-note {{'o' is declared here}}
}

void bypassed(int n) {
retry:
  if (n == 3)
    goto in;
  int m; // expected-note {{'m' is declared here}}
in:
  defer see(&m); // expected-error {{deferred call uses 'm', which ends before the call}}
  if (n--)
    goto retry;
}
