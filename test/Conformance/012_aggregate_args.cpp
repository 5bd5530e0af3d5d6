// RUN: %conformance %s
//
// Intent: struct and array arguments are copied whole at the defer statement.

#include "twin.h"

struct Point {
  int X, Y;
};

struct Three {
  int V[3];
};

static void showPoint(Point P) { std::printf("point %d %d\n", P.X, P.Y); }
static void showArray(Three A) {
  std::printf("array %d %d %d\n", A.V[0], A.V[1], A.V[2]);
}
static void both(Point P, Point Q) { std::printf("both %d %d\n", P.X, Q.X); }

int main() {
  Point P = {1, 2};
  Three A = {{1, 2, 3}};
  defer showPoint(P);
  defer showArray(A);
  P.X = 10;
  A.V[1] = 20;
  defer both(P, Point{P.Y, P.X});
  P = Point{0, 0};
  A = Three{{0, 0, 0}};
  std::printf("end %d %d\n", P.X, A.V[2]);
}
