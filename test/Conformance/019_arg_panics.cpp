// RUN: %conformance %s
//
// Intent: if evaluating an argument panics, that defer is never registered.

#include "twin.h"

static int bad() { panic("bad argument"); }
static void use(int N) { std::printf("must not print %d\n", N); }

static void run() {
  defer { println("recovered", recover()); }
  defer std::puts("registered earlier");
  defer use(bad());
  std::puts("not reached");
}

int main() { run(); }
