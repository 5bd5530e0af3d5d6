// RUN: %conformance %s
//
// Intent: crash: outer recovered, inner recovered, outer again.

#include "twin.h"

int main() {
  defer {
    auto Outer = recover();
    defer {
      println("inner got", recover());
      panic(Outer);
    }
    panic("inner");
  }
  panic("outer");
}
