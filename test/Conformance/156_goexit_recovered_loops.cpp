// RUN: %conformance %s
//
// Intent: panics under Goexit, recovered in frames with loop defers; Goexit
// goes on each time.

#include "twin-thread.h"

static void boom(int I) {
  std::printf("boom %d\n", I);
  panic(I);
}

static void catches() { println("caught", recover()); }

static void body(int N) {
  for (int I = 0; I < N; ++I) {
    defer catches();
    defer boom(I);
  }
  goexit();
}

int main() {
  onThread([] {
    body(3);
    std::puts("not reached");
  });
  std::puts("end");
}
