// RUN: %conformance %s
//
// Intent: defers that defer panics, several levels deep, in plain and in loop
// frames.

#include "twin.h"

static void f() {
  defer { println("f got", recover()); }
  defer {
    defer {
      defer { println("level 2 got", recover()); }
      defer panic(3);
      panic(2);
    }
    defer { println("level 1 got", recover()); }
    panic(1);
  }
  std::puts("body f");
}

static void g() {
  defer { println("g got", recover()); }
  for (int I = 0; I < 2; ++I)
    defer {
      defer panic("late");
      println("g got", recover());
    }
  panic("early");
}

int main() {
  f();
  g();
}
