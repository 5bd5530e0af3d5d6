// RUN: %conformance %s
//
// Intent: no caller gets a result after Goexit.

#include "twin.h"

static int Got = -1;

static int f(void) {
  defer_result int R = 0;
  defer { R = 5; }
  goexit();
  return 6;
}

static void thread(void) { Got = f(); }

int main(void) {
  onThread(thread);
  printf("got %d\n", Got);
}
