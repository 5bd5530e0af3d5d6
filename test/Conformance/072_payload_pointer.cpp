// RUN: %conformance %s
//
// Intent: a pointer payload comes back as the same pointer; writes through it
// are seen.

#include "twin.h"

struct T {
  int N;
};

static bool f(T *P) {
  defer_result bool Same = false;
  defer {
    auto R = recover();
    T *Q = R.as<T *>();
    ++Q->N;
    Same = Q == P;
  }
  panic(P);
}

int main() {
  T X = {1};
  bool Same = f(&X);
  println(Same, X.N);
}
