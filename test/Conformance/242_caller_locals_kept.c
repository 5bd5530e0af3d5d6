// RUN: %conformance %s
//
// Intent: locals of the recovering frame's caller keep their values, in loops
// over recoveries.

#include "twin.h"

static int risky(int I) {
  defer { recover(); }
  if (I % 3 == 0)
    panic(I);
  return I * I;
}

static int sum(int N) {
  int A = 1, B = 2, C = 3, D = 4;
  double X = 0.5;
  for (int I = 0; I < N; ++I) {
    int R = risky(I);
    A += R;
    B ^= I;
    C = C * 2 % 97 + D;
    D += B & 3;
    X += 0.25;
  }
  return A + B + C + D + (int)(X * 4);
}

int main(void) { printf("%d %d\n", sum(10), sum(100)); }
