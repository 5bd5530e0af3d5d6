// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: crash: nil pointer write (signal line has its pc removed).

#include "twin.h"

struct Node {
  int V;
};

int main() {
  defer std::puts("main defer");
  Node *P = nullptr;
  P->V = 1;
}
