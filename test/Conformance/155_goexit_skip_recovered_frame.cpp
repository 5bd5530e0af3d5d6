// RUN: %conformance %s
//
// Intent: the frame that recovers a panic raised during Goexit does not return
// to its caller.

#include "twin-thread.h"

static void leaf() {
  defer { panic("x"); }
  goexit();
}

static int catcher() {
  defer_result int R = 0;
  defer std::puts("catcher older defer");
  defer {
    recover();
    R = 7;
    std::printf("caught, r = %d\n", R);
  }
  leaf();
  return 1;
}

int main() {
  onThread([] {
    defer std::puts("caller defer");
    std::printf("not reached %d\n", catcher());
  });
  std::puts("end");
}
