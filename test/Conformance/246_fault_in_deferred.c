// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a fault in a deferred call replaces the panic that runs it; one in an
// operand registers nothing.

#include "twin.h"

typedef struct Node {
  int V;
} Node;

static void show(int N) { printf("show %d\n", N); }

static void f(Node *P) {
  defer { println("f got", recover()); }
  defer { printf("value %d\n", P->V); }
  panic("first");
}

static void g(Node *P) {
  defer { println("g got", recover()); }
  defer show(1);
  defer show(P->V);
  puts("not reached");
}

int main(void) {
  Node One = {1};
  f(&One);
  f(NULL);
  g(NULL);
}
