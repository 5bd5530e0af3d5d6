// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil function is accepted and panics when it is due, also in code
// that checks its pointers.

#include "twin.h"

struct table {
  void (*f)(int);
};

static void variable(void) {
  defer { println(recover()); };
  void (*nobody)(void) = NULL;
  defer nobody();
  defer puts("runs first");
  println("body");
}

static void field(struct table *t) {
  defer { println(recover()); };
  defer t->f(3);
  println("body");
}

static void called(struct table *t) {
  defer { println(recover()); };
  t->f(3);
  println("not reached");
}

int main(void) {
  struct table empty = {0};
  variable();
  field(&empty);
  field(NULL);
  called(&empty);
  return 0;
}
