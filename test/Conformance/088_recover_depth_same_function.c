// RUN: %conformance %s
//
// Intent: a function that is fine when deferred but not when called from a
// deferred one.

#include "twin.h"

static defer_recovered grab(void) {
  defer_recovered R = recover();
  return R;
}

static void grabPrint(const char *Tag) {
  defer_recovered R = recover();
  println(Tag, truth(R.kind));
}

static void f(void) {
  defer grabPrint("deferred directly:");
  defer { println("called:", truth(grab().kind)); }
  defer { grabPrint("called with tag:"); }
  panic(1);
}

int main(void) { f(); }
