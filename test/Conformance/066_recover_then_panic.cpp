// RUN: %conformance %s
//
// Intent: recover first, then panic in the same deferred call: an older defer
// of the frame gets the second.

#include "twin.h"

static int f() {
  defer_result int R = 0;
  defer {
    println("older got", recover());
    R = 2;
  }
  defer {
    println("newer got", recover());
    panic("second");
  }
  panic("first");
}

int main() { std::printf("%d\n", f()); }
