// RUN: %conformance %s
//
// Intent: the lock/unlock pattern: state is restored on return, panic and early
// return.

#include "twin.h"

static int Depth;

static void lock() { ++Depth; }
static void unlock() { --Depth; }

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
    if (recover())
      R = -Depth;
  }
  return work(K);
}

int main() {
  int A = attempt(0), B = attempt(1), C = attempt(2);
  println(A, B, C, Depth);
}
