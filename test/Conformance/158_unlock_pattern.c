// RUN: %conformance %s
//
// Intent: the lock/unlock pattern: state is restored on return, panic and early
// return.

#include "twin.h"

static int Depth;

static void lock(void) { ++Depth; }
static void unlock(void) { --Depth; }

static int work(int K) {
  lock();
  defer unlock();
  if (K == 0)
    return Depth;
  lock();
  defer unlock();
  if (K == 1)
    panic("x");
  return Depth;
}

static int attempt(int K) {
  defer_result int R = 0;
  defer {
    if (recover().kind)
      R = -Depth;
  }
  return work(K);
}

int main(void) {
  int A = attempt(0), B = attempt(1), C = attempt(2);
  println(A, B, C, Depth);
}
