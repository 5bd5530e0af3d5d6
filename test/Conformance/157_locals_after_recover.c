// RUN: %conformance %s
//
// Intent: locals changed between the defer statement and the panic are seen by
// the recovering closure.

#include "twin.h"

static int f(int N) {
  defer_result int S = 0;
  int A = 1;
  int B = 2;
  defer {
    defer_recovered R = recover();
    if (R.kind)
      S = A * 100 + B * 10 + (int)R.i;
  }
  for (int I = 0; I < N; ++I) {
    ++A;
    if (I == 3) {
      B = 7;
      panic(I);
    }
    ++B;
  }
  return -A - B;
}

int main(void) { printf("%d %d\n", f(2), f(10)); }
