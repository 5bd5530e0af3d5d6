// RUN: %conformance %s
//
// Intent: crash: nil pointer write (signal line has its pc removed).

#include "twin.h"

typedef struct Node {
  int V;
} Node;

int main(void) {
  defer puts("main defer");
  Node *P = NULL;
  if (!P)
    deferc_runtime_panic("invalid memory address or nil pointer dereference");
  P->V = 1;
}
