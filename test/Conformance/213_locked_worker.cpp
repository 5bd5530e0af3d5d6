// RUN: %conformance %s
//
// Intent: a mutex whose unlock is deferred is free after a return, a panic and
// a Goexit.

#include "twin-thread.h"

#include <mutex>

static std::mutex Mu;
static int Total;

static void work(int N) {
  Mu.lock();
  defer Mu.unlock();
  Total += N;
  if (N == 2)
    panic("two");
  if (N == 3)
    goexit();
}

static void run(int N) {
  defer {
    if (auto R = recover())
      println("worker", N, R);
  }
  work(N);
}

int main() {
  for (int N = 1; N <= 4; ++N)
    onThread([N] { run(N); });
  Mu.lock();
  std::printf("total %d\n", Total);
  Mu.unlock();
}
