// RUN: %conformance %s
//
// Intent: a pointer payload comes back as the same pointer; writes through it
// are seen.

#include "twin.h"

typedef struct T {
  int N;
} T;

static bool f(T *P) {
  defer_result bool Same = false;
  defer {
    defer_recovered R = recover();
    T *Q = (T *)R.p;
    ++Q->N;
    Same = Q == P;
  }
  panic(P);
}

int main(void) {
  T X = {1};
  bool Same = f(&X);
  println(truth(Same), X.N);
}
