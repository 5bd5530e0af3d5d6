// RUN: %conformance %s
//
// Intent: every return path runs the defers registered so far.

#include "twin.h"

static void show(const char *S) { std::printf("  %s\n", S); }

static int run(int N) {
  defer show("d0");
  if (N == 0)
    return 100;
  defer show("d1");
  if (N == 1)
    return 101;
  defer show("d2");
  if (N == 2)
    return 102;
  return 103;
}

int main() {
  for (int N = 0; N < 4; ++N) {
    std::printf("n %d\n", N);
    std::printf("r %d\n", run(N));
  }
}
