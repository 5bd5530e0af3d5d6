// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil pointer receiver is no fault until the method touches it.

#include "twin.h"

// C++ methods need an object; functions that take a pointer do not.
struct Node {
  int V;
};

static void quiet(const Node *N) { println("quiet, nil:", N == nullptr); }
static void touch(const Node *N) { println("touch", N->V); }

static void run() {
  defer { println("recovered", recover()); }
  defer std::puts("older defer");
  const Node *P = nullptr;
  defer touch(P);
  defer quiet(P);
  std::puts("body");
}

int main() { run(); }
