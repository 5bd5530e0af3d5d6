// RUN: %conformance %s
//
// Intent: the frame that recovers a panic raised during Goexit does not return
// to its caller.

#include "twin.h"

static void leaf(void) {
  defer { panic("x"); }
  goexit();
}

static int catcher(void) {
  defer_result int R = 0;
  defer puts("catcher older defer");
  defer {
    recover();
    R = 7;
    printf("caught, r = %d\n", R);
  }
  leaf();
  return 1;
}

static void thread(void) {
  defer puts("caller defer");
  printf("not reached %d\n", catcher());
}

int main(void) {
  onThread(thread);
  puts("end");
}
