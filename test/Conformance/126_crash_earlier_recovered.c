// RUN: %conformance %s
//
// Intent: crash: panics recovered and completed earlier are not listed.

#include "twin.h"

static void safe(int N) {
  defer { println("recovered", recover()); }
  panic(N);
}

int main(void) {
  safe(1);
  defer puts("main defer");
  defer safe(2);
  panic("live");
}
