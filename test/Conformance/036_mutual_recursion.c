// RUN: %conformance %s
//
// Intent: two functions that call each other, each activation with its own
// defers.

#include "twin.h"

static bool odd(int N);

static bool even(int N) {
  defer printf("even leaves %d\n", N);
  if (N == 0)
    return true;
  return odd(N - 1);
}

static bool odd(int N) {
  if (N == 0)
    return false;
  defer printf("odd leaves %d\n", N);
  return even(N - 1);
}

int main(void) {
  bool A = even(3);
  bool B = odd(2);
  println(truth(A), truth(B));
}
