// RUN: %conformance %s
//
// Intent: method expressions used as deferred callees.

#include "twin.h"

struct Point {
  int X, Y;
  static void sum(Point P, int K) { std::printf("sum %d\n", P.X + P.Y + K); }
  void scale(int K) {
    X *= K;
    Y *= K;
    std::printf("scaled %d %d\n", X, Y);
  }
};

int main() {
  Point P{1, 2};
  void (*Sum)(Point, int) = &Point::sum;
  void (Point::*Scale)(int) = &Point::scale;
  defer Sum(P, 10);
  defer (P.*Scale)(3);
  P.X = 7;
  std::printf("body %d %d\n", P.X, P.Y);
}
