// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: reads and writes through nil, at the top and deep in an expression,
// and both divisions are panics.

#include "twin.h"

#include <string>

struct Node {
  int V;
  Node *Next;
};

static std::string attempt(int K, Node *P, int Zero) {
  defer_result std::string S;
  defer {
    auto R = recover();
    if (R.exception())
      S = R.exception()->what();
  }
  Node Here = {5, P};
  Node *Q = &Here;
  int X = 1;
  switch (K) {
  case 0:
    X = P->V;
    break;
  case 1:
    Q->Next->V = 2;
    break;
  case 2:
    X = Q->V + Q->Next->V;
    break;
  case 3:
    X = 7 / Zero;
    break;
  case 4:
    X = 7 % Zero;
    break;
  case 5:
    X /= Zero;
    break;
  }
  return "no fault " + std::to_string(X);
}

int main() {
  for (int K = 0; K < 8; ++K) {
    std::string S = attempt(K, nullptr, 0);
    println(K, S);
  }
  Node Six = {6, nullptr};
  std::string A = attempt(2, &Six, 0), B = attempt(3, nullptr, 2);
  println(A, B);
}
