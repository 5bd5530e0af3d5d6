// RUN: %conformance %s
//
// Intent: a frame whose deferred calls panic in turn, each recovered by the
// next.

#include "twin.h"

static const char *f() {
  defer_result const char *R = nullptr;
  defer {
    auto X = recover();
    println("last got", X);
    R = R[0] == 'k' ? "kept!" : "lost";
  }
  defer { panic("c"); }
  defer { println("third got", recover()); }
  defer { panic("b"); }
  defer { println("first got", recover()); }
  R = "kept";
  panic("a");
}

int main() { std::puts(f()); }
