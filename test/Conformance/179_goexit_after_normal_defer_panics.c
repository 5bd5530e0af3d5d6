// RUN: %conformance %s
//
// Intent: a panic on the normal exit path, then Goexit in an older defer drops
// it.

#include "twin.h"

static int body(void) {
  defer { println("oldest sees nil:", truth(!recover().kind)); }
  defer {
    puts("goexit");
    goexit();
  }
  defer { panic("late"); }
  return 1;
}

static void thread(void) { printf("not reached %d\n", body()); }

int main(void) {
  onThread(thread);
  puts("end");
}
