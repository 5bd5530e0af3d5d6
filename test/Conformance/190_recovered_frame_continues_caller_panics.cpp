// RUN: %conformance %s
//
// Intent: after a callee recovered, the caller panics with its own value and
// recovers it.

#include "twin.h"

#include <string>

static void inner() {
  defer { println("inner", recover()); }
  panic("i");
}

static std::string outer() {
  defer_result std::string R;
  defer {
    auto X = recover();
    R = "outer " + X.text();
  }
  inner();
  inner();
  panic("o");
}

int main() { println(outer()); }
