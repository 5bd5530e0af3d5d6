// RUN: %conformance %s
//
// Intent: a pointer receiver is evaluated at the defer statement but points at
// live data.

#include "twin.h"

struct Counter {
  int N;
  void show(const char *Tag) { std::printf("%s %d\n", Tag, N); }
};

int main() {
  Counter A{1};
  Counter B{100};
  Counter *P = &A;
  defer P->show("p was a:");
  P = &B;
  defer P->show("p was b:");
  A.N = 2;
  B.N = 200;
  P = nullptr;
  println("end", A.N, B.N, P == nullptr);
}
