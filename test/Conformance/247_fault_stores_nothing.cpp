// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: a fault in the value of an assignment or a return leaves the target
// as it was.

#include "twin.h"

struct Node {
  int V;
};

static int Global = 10;

static int f(Node *P) {
  defer_result int R = 0;
  defer {
    recover();
    R++;
  }
  R = 5;
  Global = P->V;
  R = 100;
  return R;
}

static int g(int A, int Zero) {
  defer_result int R = 0;
  defer { recover(); }
  R = 7;
  return A / Zero;
}

int main() {
  Node Three = {3};
  int A = f(nullptr), B = Global, C = f(&Three), D = Global;
  println(A, B, C, D);
  A = g(9, 0);
  B = g(9, 3);
  println(A, B);
}
