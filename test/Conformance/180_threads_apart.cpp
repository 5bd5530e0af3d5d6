// RUN: %conformance %s
//
// Intent: a goroutine's defers and panics are its own.

#include "twin-thread.h"

static int child() {
  defer_result int R = 0;
  defer {
    if (auto V = recover())
      R = V.as<int>();
  }
  panic(40);
}

int main() {
  defer { println("main got", recover()); }
  defer {
    int Result = 0;
    onThread([&Result] {
      defer { println("child sees nil:", !recover()); }
      Result = child() + 2;
    });
    std::printf("child gave %d\n", Result);
  }
  panic("main's own");
}
