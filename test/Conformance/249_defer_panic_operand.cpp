// RUN: %conformance %s
//
// Intent: the operand of a deferred panic is evaluated at the statement.

#include "twin.h"

#include <string>

static void scalar() {
  defer { println(recover()); };
  int X = 1;
  defer panic(X);
  X = 2;
}

static void newest() {
  defer { println(recover()); };
  for (int I = 0; I < 3; I++)
    defer panic(I);
}

static void nested(int N) {
  defer { println(recover()); };
  if (N > 0) {
    std::string S = "item " + std::to_string(N);
    defer panic(S);
    S += " changed";
  }
}

int main() {
  scalar();
  newest();
  nested(7);
}
