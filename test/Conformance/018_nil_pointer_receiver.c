// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a nil pointer receiver is no fault until the method touches it.

#include "twin.h"

typedef struct Node {
  int V;
} Node;

static void quiet(const Node *N) { println("quiet, nil:", truth(N == NULL)); }
static void touch(const Node *N) { printf("touch %d\n", N->V); }

static void run(void) {
  defer { println("recovered", recover()); }
  defer puts("older defer");
  const Node *P = NULL;
  defer touch(P);
  defer quiet(P);
  puts("body");
}

int main(void) { run(); }
