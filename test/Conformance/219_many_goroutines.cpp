// RUN: %conformance %s
//
// Intent: goroutines that panic and recover at the same time do not disturb
// each other.

#include "twin-thread.h"

#include <atomic>
#include <vector>

static std::atomic<int> Sum;

static int level(int N, int K) {
  defer_result int R = 0;
  defer {
    if (auto V = recover())
      R = V.as<int>() + 1;
  }
  if (N == 0)
    panic(K);
  panic(level(N - 1, K));
}

int main() {
  std::vector<std::thread> Threads;
  for (int K = 0; K < 8; ++K)
    Threads.emplace_back([K] {
      for (int J = 0; J < 100; ++J)
        Sum += level(5, K);
    });
  for (std::thread &T : Threads)
    T.join();
  std::printf("%d\n", Sum.load());
}
