// RUN: %conformance %s
//
// Intent: an interface receiver's dynamic type and value are fixed at the defer
// statement.

#include "twin.h"

struct Shape {
  virtual void name() = 0;
};

struct Square : Shape {
  int N;
  explicit Square(int N) : N(N) {}
  void name() override { std::printf("square %d\n", N); }
};

struct Circle : Shape {
  int N;
  explicit Circle(int N) : N(N) {}
  void name() override { std::printf("circle %d\n", N); }
};

int main() {
  Square S(1);
  Circle C(2);
  Shape *X = &S;
  defer X->name();
  X = &C;
  defer X->name();
  X = nullptr;
  S.N = 10;
  println("end", X == nullptr);
}
