// RUN: %conformance %s
//
// Intent: Goexit through a frame with loop-registered defers and a frame with
// many.

#include "twin-thread.h"

static void d(const char *S, int I) { std::printf("%s %d\n", S, I); }

static void loop() {
  for (int I = 0; I < 3; ++I)
    defer d("loop", I);
  goexit();
}

static void many() {
  defer d("many", 1);
  defer d("many", 2);
  loop();
}

int main() {
  onThread([] { many(); });
  std::puts("end");
}
