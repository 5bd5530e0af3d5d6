// RUN: %conformance %s
//
// Intent: a pointer receiver is evaluated at the defer statement but points at
// live data.

#include "twin.h"

typedef struct Counter {
  int N;
} Counter;

static void show(const Counter *C, const char *Tag) {
  printf("%s %d\n", Tag, C->N);
}

int main(void) {
  Counter A = {1};
  Counter B = {100};
  Counter *P = &A;
  defer show(P, "p was a:");
  P = &B;
  defer show(P, "p was b:");
  A.N = 2;
  B.N = 200;
  P = NULL;
  println("end", A.N, B.N, truth(P == NULL));
}
