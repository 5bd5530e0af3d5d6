// RUN: %conformance %s
//
// Intent: a recovered value kept and used for a later panic.

#include "twin.h"

static defer_recovered Saved;

static void first(void) {
  defer {
    Saved = recover();
    defer_retain(&Saved);
  }
  panic(123);
}

static void second(void) {
  defer { println("second got", recover()); }
  panic(Saved);
}

int main(void) {
  first();
  println("saved", Saved);
  second();
  defer_release(&Saved);
}
