// RUN: %conformance %s
//
// Intent: a function that never returns normally still runs its defers on a
// panic.

#include "twin.h"

static int N;

static void tick(void) {
  ++N;
  if (N == 5)
    panic("five");
}

static void forever(void) {
  defer puts("forever's defer");
  while (true)
    tick();
}

static int always(void) {
  defer_result int R = 0;
  defer {
    defer_recovered V = recover();
    R = (int)V.i;
  }
  panic(17);
}

static void run(void) {
  defer { println("recovered", recover(), N); }
  forever();
}

int main(void) {
  run();
  printf("%d\n", always());
}
