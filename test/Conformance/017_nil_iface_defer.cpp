// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil interface receiver panics at the defer statement itself.

#include "twin.h"

struct Doer {
  virtual void act() = 0;
};

static void run() {
  defer { println("recovered:", bool(recover())); }
  Doer *D = nullptr;
  std::puts("before");
  defer D->act();
  std::puts("not reached");
}

int main() { run(); }
