// RUN: %conformance %s
//
// Intent: recover during Goexit returns nil and does not stop it.

#include "twin-thread.h"

static void body() {
  defer std::puts("older defer");
  defer { println("recover is nil:", !recover()); }
  goexit();
}

int main() {
  onThread([] {
    body();
    std::puts("not reached");
  });
  std::puts("end");
}
