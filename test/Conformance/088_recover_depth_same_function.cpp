// RUN: %conformance %s
//
// Intent: a function that is fine when deferred but not when called from a
// deferred one.

#include "twin.h"

static defer_recovered grab() {
  auto R = recover();
  return R;
}

static void grabPrint(const char *Tag) {
  auto R = recover();
  println(Tag, bool(R));
}

static void f() {
  defer grabPrint("deferred directly:");
  defer { println("called:", bool(grab())); }
  defer { grabPrint("called with tag:"); }
  panic(1);
}

int main() { f(); }
