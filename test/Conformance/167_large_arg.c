// RUN: %conformance %s
//
// Intent: a large struct argument is copied at the defer statement and only
// once.

#include "twin.h"

typedef struct Big {
  int V[64];
} Big;

static int Made;

static Big make(int K) {
  ++Made;
  Big B;
  for (int I = 0; I < 64; ++I)
    B.V[I] = I * K;
  return B;
}

static void use(Big B, const char *Tag) {
  int S = 0;
  for (int I = 0; I < 64; ++I)
    S += B.V[I];
  printf("%s %d\n", Tag, S);
}

static void run(void) {
  defer { println("recovered", recover()); }
  Big B = make(1);
  defer use(B, "saved copy");
  B.V[0] = 1000000;
  defer use(make(2), "temporary");
  use(B, "changed");
  panic("end");
}

int main(void) {
  run();
  printf("made %d\n", Made);
}
