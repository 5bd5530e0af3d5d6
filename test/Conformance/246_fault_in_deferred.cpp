// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a fault in a deferred call replaces the panic that runs it; one in an
// operand registers nothing.

#include "twin.h"

struct Node {
  int V;
};

static void show(int N) { std::printf("show %d\n", N); }

static void f(Node *P) {
  defer { println("f got", recover()); }
  defer { std::printf("value %d\n", P->V); }
  panic("first");
}

static void g(Node *P) {
  defer { println("g got", recover()); }
  defer show(1);
  defer show(P->V);
  std::puts("not reached");
}

int main() {
  Node One = {1};
  f(&One);
  f(nullptr);
  g(nullptr);
}
