// RUN: %conformance %s
//
// Intent: a nil interface receiver panics at the defer statement itself.

#include "twin.h"

// C++ does not check the pointer of a virtual call. Where Go does, `deref` is.
struct Doer {
  virtual void act() = 0;
};

static void run() {
  defer { println("recovered:", bool(recover())); }
  Doer *D = nullptr;
  std::puts("before");
  defer deref(D).act();
  std::puts("not reached");
}

int main() { run(); }
