// RUN: %conformance %s
//
// Intent: a panic before a defer statement is reached leaves that defer
// unregistered.

#include "twin.h"

static void f(int K) {
  defer { println("k", K, "got", recover()); }
  if (K == 0)
    panic("zero");
  defer puts("second");
  if (K == 1)
    panic("one");
  defer puts("third");
  panic("last");
}

int main(void) {
  f(0);
  f(1);
  f(2);
}
