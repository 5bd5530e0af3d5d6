// RUN: %conformance %s
//
// Intent: a function that never returns normally still runs its defers on a
// panic.

#include "twin.h"

static int N;

static void tick() {
  ++N;
  if (N == 5)
    panic("five");
}

static void forever() {
  defer std::puts("forever's defer");
  while (true)
    tick();
}

static int always() {
  defer_result int R = 0;
  defer {
    auto V = recover();
    R = V.as<int>();
  }
  panic(17);
}

static void run() {
  defer { println("recovered", recover(), N); }
  forever();
}

int main() {
  run();
  std::printf("%d\n", always());
}
