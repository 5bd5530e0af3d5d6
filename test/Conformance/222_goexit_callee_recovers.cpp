// RUN: %conformance %s
//
// Intent: a panic raised and recovered inside a deferred call of Goexit leaves
// the Goexit alone.

#include "twin-thread.h"

static void safe(const char *S) {
  defer { println("safe got", recover()); }
  panic(S);
}

static void body() {
  defer safe("third");
  defer {
    safe("first");
    safe("second");
  }
  goexit();
}

int main() {
  onThread([] {
    defer std::puts("last");
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
