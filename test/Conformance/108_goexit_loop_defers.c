// RUN: %conformance %s
//
// Intent: Goexit through a frame with loop-registered defers and a frame with
// many.

#include "twin.h"

static void d(const char *S, int I) { printf("%s %d\n", S, I); }

static void loop(void) {
  for (int I = 0; I < 3; ++I)
    defer d("loop", I);
  goexit();
}

static void many(void) {
  defer d("many", 1);
  defer d("many", 2);
  loop();
}

static void thread(void) { many(); }

int main(void) {
  onThread(thread);
  puts("end");
}
