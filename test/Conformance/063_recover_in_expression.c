// RUN: %conformance %s
//
// Intent: recover counts as direct in an argument, a condition and an
// assignment.

#include "twin.h"

static defer_recovered id(defer_recovered R) { return R; }

static const char *f(int K) {
  defer_result const char *R = "";
  defer {
    switch (K) {
    case 0:
      println("argument", id(recover()));
      break;
    case 1:
      if (recover().kind)
        R = "condition";
      break;
    case 2: {
      defer_recovered X;
      X = recover();
      println("assigned", X);
      break;
    }
    case 3:
      for (int I = 0; recover().kind; ++I)
        println("loop pass", I);
    }
  }
  panic(K * 10);
}

int main(void) {
  for (int K = 0; K < 4; ++K) {
    const char *R = f(K);
    printf("%d [%s]\n", K, R);
  }
}
