// RUN: %conformance %s
//
// Intent: results of many kinds survive a recovery: float, bool, string,
// pointer, struct.

#include "twin.h"

typedef struct Big {
  int V[5];
} Big;

static int Target = 3;

static double floating(int K) {
  defer_result double R = 0;
  defer { recover(); }
  R = 1.5;
  if (K == 1)
    panic(K);
  return 2.5;
}

static bool boolean(int K) {
  defer_result bool R = false;
  defer { recover(); }
  R = true;
  if (K == 1)
    panic(K);
  return false;
}

static int *pointer(int K) {
  defer_result int *R = NULL;
  defer { recover(); }
  R = &Target;
  if (K == 1)
    panic(K);
  return NULL;
}

static Big big(int K) {
  defer_result Big R = {{0}};
  defer { recover(); }
  R.V[4] = 44;
  if (K == 1)
    panic(K);
  return (Big){{0}};
}

static Big unnamed(int K) {
  defer { recover(); }
  Big B = {{1, 2, 3, 4, 5}};
  if (K == 1)
    panic(K);
  return B;
}

int main(void) {
  println(floating(0), floating(1));
  println(truth(boolean(0)), truth(boolean(1)));
  println(truth(pointer(0) == NULL), *pointer(1));
  println(big(0).V[4], big(1).V[4]);
  println(unnamed(0).V[4], unnamed(1).V[4]);
}
