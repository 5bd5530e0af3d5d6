// RUN: %conformance %s
//
// Intent: defers in switch arms inside a loop, with early return from the
// middle.

#include "twin.h"

static void show(const char *S, int I) { std::printf("%s %d\n", S, I); }

static int run(int N) {
  defer_result int R = 0;
  defer { R += 1000; }
  for (int I = 0; I < N; ++I) {
    switch (I % 3) {
    case 0:
      defer show("zero", I);
      break;
    case 1:
      continue;
    default:
      if (I > 4)
        return I;
      defer show("two", I);
    }
  }
  return N;
}

int main() {
  std::printf("%d\n", run(4));
  std::printf("%d\n", run(9));
}
