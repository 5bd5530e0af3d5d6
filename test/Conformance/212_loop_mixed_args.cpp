// RUN: %conformance %s
//
// Intent: a defer in a loop keeps the early values of arguments of several
// types.

#include "twin.h"

#include <string>

static void show(const std::string &Tag, int I, double F, bool B) {
  println(Tag, I, F, B);
}

int main() {
  double F = 0.5;
  std::string S;
  for (int I = 0; I < 4; ++I) {
    defer show("pass" + S, I, F, I % 2 == 0);
    F *= 2;
    S += "+";
  }
  F = -1;
  S = "changed";
}
