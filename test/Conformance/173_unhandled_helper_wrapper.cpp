// RUN: %conformance %s
//
// Intent: a helper that recovers, called by a deferred function with an
// argument or result, gets nil.

#include "twin.h"

static bool helper() { return bool(recover()); }

static void withArgument(int N) { println("argument", N, helper()); }

static bool withResult() {
  bool B = helper();
  println("result", B);
  return B;
}

static void f() {
  defer { println("f got", recover()); }
  defer withResult();
  defer withArgument(1);
  panic("p");
}

int main() { f(); }
