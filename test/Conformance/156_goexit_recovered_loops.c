// RUN: %conformance %s
//
// Intent: panics under Goexit, recovered in frames with loop defers; Goexit
// goes on each time.

#include "twin.h"

static void boom(int I) {
  printf("boom %d\n", I);
  panic(I);
}

static void catches(void) { println("caught", recover()); }

static void body(int N) {
  for (int I = 0; I < N; ++I) {
    defer catches();
    defer boom(I);
  }
  goexit();
}

static void thread(void) {
  body(3);
  puts("not reached");
}

int main(void) {
  onThread(thread);
  puts("end");
}
