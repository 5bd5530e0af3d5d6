// RUN: %conformance %s
//
// Intent: a helper that recovers, called by a deferred function with an
// argument or result, gets nil.

#include "twin.h"

static bool helper(void) { return recover().kind; }

static void withArgument(int N) { println("argument", N, truth(helper())); }

static bool withResult(void) {
  bool B = helper();
  println("result", truth(B));
  return B;
}

static void f(void) {
  defer { println("f got", recover()); }
  defer withResult();
  defer withArgument(1);
  panic("p");
}

int main(void) { f(); }
