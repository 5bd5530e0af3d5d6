// RUN: %conformance %s
//
// Intent: recover counts as direct in an argument, a condition and an
// assignment.

#include "twin.h"

#include <string>

static const defer_recovered &id(const defer_recovered &R) { return R; }

static std::string f(int K) {
  defer_result std::string R;
  defer {
    switch (K) {
    case 0:
      println("argument", id(recover()));
      break;
    case 1:
      if (recover())
        R = "condition";
      break;
    case 2: {
      defer_recovered X;
      X = recover();
      println("assigned", X);
      break;
    }
    case 3:
      for (int I = 0; recover(); ++I)
        println("loop pass", I);
    }
  }
  panic(K * 10);
}

int main() {
  for (int K = 0; K < 4; ++K) {
    std::string R = f(K);
    println(K, "[" + R + "]");
  }
}
