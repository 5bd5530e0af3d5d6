// RUN: %conformance %s
//
// Intent: the same recovering function registered several times: the first that
// runs recovers.

#include "twin.h"

static void catches(int I) { println("catch", I, recover()); }

static void f() {
  defer catches(1);
  defer catches(2);
  defer { panic("second"); }
  defer catches(3);
  panic("first");
}

int main() { f(); }
