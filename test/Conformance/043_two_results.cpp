// RUN: %conformance %s
//
// Intent: two named results, swapped by a defer.

#include "twin.h"

#include <string>
#include <utility>

struct Pair {
  int X, Y;
};

static Pair swapped(int A, int B) {
  defer_result Pair P = {};
  defer { std::swap(P.X, P.Y); }
  P.X = A;
  P.Y = B;
  return P;
}

struct Quotient {
  int Q;
  std::string Message;
};

static Quotient divide(int A, int B) {
  defer_result Quotient R = {};
  defer {
    if (auto Recovered = recover()) {
      R.Q = -1;
      R.Message = "div failed";
    }
  }
  if (B == 0)
    panic("zero");
  return {A / B, "ok"};
}

int main() {
  auto [X, Y] = swapped(1, 2);
  println(X, Y);
  Quotient R = divide(7, 2);
  println(R.Q, R.Message);
  R = divide(7, 0);
  println(R.Q, R.Message);
}
