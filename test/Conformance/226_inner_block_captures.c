// RUN: %conformance %s
//
// Intent: closures over variables of inner blocks, of arms and of a loop's
// pass.

#include "twin.h"

static void run(int N) {
  {
    int A = N;
    defer { printf("a %d\n", A); }
    A += 1;
  }
  int Twice = N * 2;
  if (Twice > 2) {
    int B = Twice;
    defer { printf("b %d\n", B); }
    B += 1;
  } else {
    const char *C = "else";
    defer { printf("c %s\n", C); }
    C = "changed";
  }
  for (int I = 0; I < 2; ++I) {
    int D = I;
    if (D == 1) {
      defer {
        D++;
        printf("d %d\n", D);
      }
      defer { D += 10; }
    }
    D += 100;
  }
}

int main(void) {
  run(1);
  run(2);
}
