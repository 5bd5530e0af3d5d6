// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred assignment of an object that Clang copies without a call has its
// operands evaluated at the statement and copies when it is due.

#include <defer.h>

#include <cstdio>

struct Point {
  int X, Y;
};
struct Empty {};

static Point Left, Right;
static Point &operand(const char *Name, Point &P) {
  std::printf("%s\n", Name);
  return P;
}
static Point make(int X) { return {X, X}; }

static void assign() {
  defer { std::printf("left is %d\n", Left.X); };
  defer operand("left", Left) = operand("right", Right);
  Right = {2, 3};
  std::printf("left is %d\n", Left.X);
}
static void callOperator() {
  defer { std::printf("left is %d\n", Left.X); };
  defer operand("left", Left).operator=(operand("right", Right));
  Right = {4, 5};
}
static void assignTemporary() {
  defer { std::printf("left is %d\n", Left.X); };
  defer Left = make(6);
  std::printf("left is %d\n", Left.X);
}
static void assignEmpty() {
  Empty A, B;
  defer A = B;
  std::puts("empty");
}

int main() {
  assign();
  callOperator();
  assignTemporary();
  assignEmpty();
}

// CHECK:      right
// CHECK-NEXT: left
// CHECK-NEXT: left is 0
// CHECK-NEXT: left is 2
// CHECK-NEXT: left
// CHECK-NEXT: right
// CHECK-NEXT: left is 4
// CHECK-NEXT: left is 4
// CHECK-NEXT: left is 6
// CHECK-NEXT: empty
// CHECK-NOT:  {{.}}
