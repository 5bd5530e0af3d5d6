// RUN: %conformance %s
//
// Intent: method expressions used as deferred callees.

#include "twin.h"

typedef struct Point {
  int X, Y;
} Point;

static void sum(Point P, int K) { printf("sum %d\n", P.X + P.Y + K); }
static void scale(Point *P, int K) {
  P->X *= K;
  P->Y *= K;
  printf("scaled %d %d\n", P->X, P->Y);
}

int main(void) {
  Point P = {1, 2};
  void (*Sum)(Point, int) = sum;
  void (*Scale)(Point *, int) = scale;
  defer Sum(P, 10);
  defer (*Scale)(&P, 3);
  P.X = 7;
  printf("body %d %d\n", P.X, P.Y);
}
