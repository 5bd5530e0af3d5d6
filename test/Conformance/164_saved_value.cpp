// RUN: %conformance %s
//
// Intent: a recovered value kept and used for a later panic.

#include "twin.h"

static defer_recovered Saved;

static void first() {
  defer { Saved = recover(); }
  panic(123);
}

static void second() {
  defer { println("second got", recover()); }
  panic(Saved);
}

int main() {
  first();
  println("saved", Saved);
  second();
}
