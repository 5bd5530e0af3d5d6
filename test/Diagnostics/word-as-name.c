// RUN: %deferc -std=c11 -Wno-deprecated-non-prototype -ferror-limit=0 -fsyntax-only -Xclang -verify %s
// RUN: %deferc -std=c11 -Wno-deprecated-non-prototype -ferror-limit=0 -c -o %t.o -fprofile-instr-generate -fcoverage-mapping -Xclang -verify %s
//
// Intent: a name `defer` after the header is one error where it stands, which names
// the way out, and no other message; also with coverage, whose token watcher comes
// first.
// Message: WordAsName

#include <defer.h>

int defer(int x); // expected-error {{`defer` begins a defer statement and cannot be a name; to use it as one, define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `_DeferC` for the word}}
int call(void) {
  defer(1);        // expected-error {{cannot be a name}}
  return defer(1); // expected-error {{cannot be a name}}
}
int definition(int x) { return x; }

struct members {
  int defer;      // expected-error {{cannot be a name}}
  int bits : 3, :2;
};
struct members designated = {.defer = 1}; // expected-error {{cannot be a name}}
int member(struct members *p, struct members v) {
  p->defer = v.defer; // expected-error 2 {{cannot be a name}}
  return 0;
}

enum { First, defer_, Last };
int enumerator(void) {
  enum { defer, Second }; // expected-error {{cannot be a name}}
  return defer + Second;  // expected-error {{cannot be a name}}
}

int variable(int x) {
  const int y = x, defer = y; // expected-error {{cannot be a name}}
  return x ? y : defer;       // expected-error {{cannot be a name}}
}
int assigned(void) {
  int defer;     // expected-error {{cannot be a name}}
  defer = 1;     // expected-error {{cannot be a name}}
  defer++;       // expected-error {{cannot be a name}}
  return -defer; // expected-error {{cannot be a name}}
}
int array(void) {
  int defer[2] = {1, 2}; // expected-error {{cannot be a name}}
  defer[0] = 2;          // expected-error {{cannot be a name}}
  return defer[0];       // expected-error {{cannot be a name}}
}
int parameter(int x, int defer) { return x; } // expected-error {{cannot be a name}}
int old(defer) // expected-error {{cannot be a name}}
  int defer;   // expected-error {{cannot be a name}}
{ return 0; }

int label(int x) {
  if (x)
    goto defer; // expected-error {{cannot be a name}}
defer:          // expected-error {{cannot be a name}}
  return 1;
}

struct __attribute__((packed)) defer { int a; }; // expected-error {{cannot be a name}}
struct defer *pointer;                           // expected-error {{cannot be a name}}
struct { int a; } defer_variable;
int attribute __attribute__((unused, aligned(8)));

#define SAME(X) X
int argument(SAME(int defer)) { return 0; } // expected-error {{cannot be a name}}
