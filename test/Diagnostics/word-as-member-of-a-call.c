// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: a member `recover`, called as one, is an error at the word alone, since in C
// the word is a macro that is called.
// Message: WordAsName

#include <defer.h>

struct calls {
  int panic;
  int (*recover)(int);
};
int f(struct calls *c, struct calls d) {
  return c->panic + c->recover(1) + d.recover(2); // expected-error {{`recover` stops a panic and cannot be a name}}
}
