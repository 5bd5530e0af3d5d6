// RUN: %conformance %s
//
// Intent: a named result set by a recovering closure, from an endless loop,
// with and without a panic.

#include "twin.h"

#include <string>

struct Pair {
  int R;
  std::string S;
};

static Pair f(int Stop, int Fail) {
  defer_result Pair P = {};
  defer {
    if (auto X = recover())
      P.S = "recovered " + X.text();
  }
  for (int I = 0;; ++I) {
    P.R = P.R * 2 + I;
    if (I == Stop)
      return {P.R, "returned"};
    if (I == Fail)
      panic(I);
  }
}

int main() {
  Pair P = f(3, 9);
  println(P.R, P.S);
  P = f(9, 5);
  println(P.R, P.S);
}
