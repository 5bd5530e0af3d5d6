// RUN: %conformance %s
//
// Intent: crash: recovered and raised again with more text, level by level.

#include "twin.h"

#include <string>

static void f(int N) {
  defer {
    if (N > 0) {
      auto R = recover();
      panic("level " + std::to_string(N) + ": " + R.text());
    }
  }
  if (N == 0)
    panic("root");
  f(N - 1);
}

int main() { f(2); }
