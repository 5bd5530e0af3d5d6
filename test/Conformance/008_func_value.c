// RUN: %conformance %s
//
// Intent: the function value is read at the defer statement; later assignments
// do not matter.

#include "twin.h"

static void one(void) { puts("one"); }
static void two(void) { puts("two"); }

int main(void) {
  void (*F)(void) = one;
  defer F();
  F = two;
  defer F();
  F = NULL;
  println("f is nil now:", truth(F == NULL));
}
