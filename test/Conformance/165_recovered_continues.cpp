// RUN: %conformance %s
//
// Intent: after recover the deferred function keeps running before its frame is
// left.

#include "twin.h"

#include <string>

static std::string f() {
  defer_result std::string R = "a";
  defer { R += "d"; }
  defer {
    auto X = recover();
    println("recovered", X);
    for (int I = 0; I < 2; ++I)
      defer { R += "c"; }
    R += "b";
    println("still here", R);
  }
  panic(1);
}

int main() { println(f()); }
