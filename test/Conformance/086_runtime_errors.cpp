// RUN: %conformance %s
// Flags: -fdefer-fault-panics
//
// Intent: runtime errors are panics (nil dereference, division by zero, index);
// texts are Go's.

#include "twin.h"

#include <string>

// The bounds of an array are checked by a function of twin.h.
struct Node {
  int V;
};

static std::string message(const defer_recovered &R) {
  if (const std::exception *E = R.exception())
    return E->what();
  return "not an error";
}

static std::string nilDereference() {
  defer_result std::string S;
  defer { S = message(recover()); }
  Node *P = nullptr;
  P->V = 1;
  return "no";
}

static std::string divideByZero(int B) {
  defer_result std::string S;
  defer { S = message(recover()); }
  std::printf("%d\n", 10 / B);
  return "no";
}

static std::string index(int I) {
  defer_result std::string S;
  defer { S = message(recover()); }
  int A[] = {1, 2, 3};
  std::printf("%d\n", at(A, I));
  return "no";
}

int main() {
  println(nilDereference());
  println(divideByZero(0));
  println(index(3));
  println(index(1));
}
