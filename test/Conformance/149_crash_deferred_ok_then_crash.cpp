// RUN: %conformance %s
//
// Intent: crash: a deferred call recovers its own panic inside while the outer
// crash goes on.

#include "twin.h"

int main() {
  defer std::puts("d1");
  defer {
    defer { println("inner got", recover()); }
    panic("inner");
  }
  panic("outer");
}
