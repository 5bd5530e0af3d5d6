// RUN: %conformance %s
//
// Intent: panic under 200 frames, each with a defer, recovered at the top.

#include "twin.h"

static int Count;

static void down(int N) {
  defer { ++Count; }
  if (N == 0)
    panic("bottom");
  down(N - 1);
}

static void run(char Message[16]) {
  defer {
    defer_recovered R = recover();
    if (R.kind == DEFER_STRING)
      strcpy(Message, R.s);
  }
  down(200);
  strcpy(Message, "no");
}

int main(void) {
  char Message[16];
  run(Message);
  println(Message, Count);
}
