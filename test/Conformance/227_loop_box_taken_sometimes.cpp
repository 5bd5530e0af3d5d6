// RUN: %conformance %s
//
// Intent: a loop that defers in some passes only; each closure has its own
// pass's variable.

#include "twin.h"

static void run(int N) {
  for (int I = 0; I < N; ++I) {
    int V = I * 10;
    if (I % 3 == 0) {
      defer { std::printf("v %d\n", V); }
    }
    ++V;
  }
}

int main() { run(8); }
