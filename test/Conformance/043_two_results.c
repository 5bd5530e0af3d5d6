// RUN: %conformance %s
//
// Intent: two named results, swapped by a defer.

#include "twin.h"

typedef struct Pair {
  int X, Y;
} Pair;

static Pair swapped(int A, int B) {
  defer_result Pair P = {0, 0};
  defer {
    int X = P.X;
    P.X = P.Y;
    P.Y = X;
  }
  P.X = A;
  P.Y = B;
  return P;
}

typedef struct Quotient {
  int Q;
  const char *Message;
} Quotient;

static Quotient divide(int A, int B) {
  defer_result Quotient R = {0, NULL};
  defer {
    if (recover().kind) {
      R.Q = -1;
      R.Message = "div failed";
    }
  }
  if (B == 0)
    panic("zero");
  return (Quotient){A / B, "ok"};
}

int main(void) {
  Pair P = swapped(1, 2);
  println(P.X, P.Y);
  Quotient R = divide(7, 2);
  println(R.Q, R.Message);
  R = divide(7, 0);
  println(R.Q, R.Message);
}
