// RUN: %conformance %s
//
// Intent: under Goexit a panic of a deferred call replaces another and is
// recovered two frames out.

#include "twin-thread.h"

static void leaf() {
  defer { panic("b"); }
  defer { panic("a"); }
  goexit();
}

static void middle() {
  defer std::puts("middle defer");
  leaf();
  std::puts("not reached: middle");
}

static void outer() {
  defer std::puts("outer older defer");
  defer {
    println("outer recovered", recover());
    println("again nil:", !recover());
  }
  middle();
  std::puts("not reached: outer");
}

int main() {
  onThread([] {
    defer std::puts("last");
    outer();
    std::puts("only Go 1.19 gets here");
  });
  std::puts("end");
}
