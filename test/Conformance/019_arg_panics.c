// RUN: %conformance %s
//
// Intent: if evaluating an argument panics, that defer is never registered.

#include "twin.h"

static int bad(void) { panic("bad argument"); }
static void use(int N) { printf("must not print %d\n", N); }

static void run(void) {
  defer { println("recovered", recover()); }
  defer puts("registered earlier");
  defer use(bad());
  puts("not reached");
}

int main(void) { run(); }
