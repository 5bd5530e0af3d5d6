// RUN: %conformance %s
//
// Intent: functions with arguments and results, and methods with arguments,
// recover when deferred.

#include "twin.h"

#include <string>

struct M {
  std::string Name;
  bool handle(int A, const std::string &B) {
    auto R = recover();
    println(Name, A, B, R);
    return bool(R);
  }
};

static int handle(int A, int B, int C, int D, int E, int F, int G, int H) {
  println(A + B + C + D + E + F + G + H, recover());
  return A;
}

static void f(int K) {
  M Method{"m"};
  int X = K;
  if (K == 0)
    defer handle(X, 2, 3, 4, 5, 6, 7, 8);
  else
    defer Method.handle(X, "text");
  X = 1000;
  panic(K);
}

int main() {
  f(0);
  f(1);
}
