// RUN: %conformance %s
//
// Intent: the function value is read at the defer statement; later assignments
// do not matter.

#include "twin.h"

static void one() { std::puts("one"); }
static void two() { std::puts("two"); }

int main() {
  void (*F)() = one;
  defer F();
  F = two;
  defer F();
  F = nullptr;
  println("f is nil now:", F == nullptr);
}
