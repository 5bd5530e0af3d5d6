// RUN: %conformance %s
//
// Intent: panic at the bottom, recovered half way up; the outer half returns
// normally.

#include "twin.h"

static int down(int N) {
  defer_result int R = 0;
  defer { ++R; }
  if (N == 5) {
    defer {
      if (auto V = recover())
        R = V.as<int>();
    }
  }
  if (N == 0)
    panic(1000);
  return down(N - 1) + 10;
}

int main() { std::printf("%d\n", down(8)); }
