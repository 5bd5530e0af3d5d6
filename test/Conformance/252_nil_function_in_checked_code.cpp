// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil function is accepted and panics when it is due, also in code
// that checks its pointers.

#include "twin.h"

struct Table {
  void (*F)(int);
};

static void variable() {
  defer { println(recover()); };
  void (*Nobody)() = nullptr;
  defer Nobody();
  defer println("runs first");
  println("body");
}

static void field(Table *T) {
  defer { println(recover()); };
  defer T->F(3);
  println("body");
}

static void called(Table *T) {
  defer { println(recover()); };
  T->F(3);
  println("not reached");
}

int main() {
  Table Empty = {};
  variable();
  field(&Empty);
  field(nullptr);
  called(&Empty);
}
