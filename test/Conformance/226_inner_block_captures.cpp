// RUN: %conformance %s
//
// Intent: closures over variables of inner blocks, of arms and of a loop's
// pass.

#include "twin.h"

static void run(int N) {
  {
    int A = N;
    defer { std::printf("a %d\n", A); }
    A += 1;
  }
  if (int B = N * 2; B > 2) {
    defer { std::printf("b %d\n", B); }
    B += 1;
  } else {
    const char *C = "else";
    defer { std::printf("c %s\n", C); }
    C = "changed";
  }
  for (int I = 0; I < 2; ++I) {
    int D = I;
    if (D == 1) {
      defer {
        D++;
        std::printf("d %d\n", D);
      }
      defer { D += 10; }
    }
    D += 100;
  }
}

int main() {
  run(1);
  run(2);
}
