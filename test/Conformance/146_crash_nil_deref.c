// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: crash: nil pointer write (signal line has its pc removed).

#include "twin.h"

typedef struct Node {
  int V;
} Node;

int main(void) {
  defer puts("main defer");
  Node *P = NULL;
  P->V = 1;
}
