// RUN: %conformance %s
//
// Intent: struct and array arguments are copied whole at the defer statement.

#include "twin.h"

typedef struct Point {
  int X, Y;
} Point;

typedef struct Three {
  int V[3];
} Three;

static void showPoint(Point P) { printf("point %d %d\n", P.X, P.Y); }
static void showArray(Three A) {
  printf("array %d %d %d\n", A.V[0], A.V[1], A.V[2]);
}
static void both(Point P, Point Q) { printf("both %d %d\n", P.X, Q.X); }

int main(void) {
  Point P = {1, 2};
  Three A = {{1, 2, 3}};
  defer showPoint(P);
  defer showArray(A);
  P.X = 10;
  A.V[1] = 20;
  defer both(P, (Point){P.Y, P.X});
  P = (Point){0, 0};
  A = (Three){{0, 0, 0}};
  printf("end %d %d\n", P.X, A.V[2]);
}
