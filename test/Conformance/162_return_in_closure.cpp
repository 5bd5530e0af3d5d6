// RUN: %conformance %s
//
// Intent: return inside a deferred closure leaves that closure only.

#include "twin.h"

static int f(int N) {
  defer_result int R = 0;
  defer { R += 1; }
  defer {
    if (N == 0)
      return;
    R *= 10;
  }
  return N + 4;
}

int main() { std::printf("%d %d\n", f(0), f(1)); }
