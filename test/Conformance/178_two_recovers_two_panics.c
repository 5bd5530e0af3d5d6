// RUN: %conformance %s
//
// Intent: a frame whose deferred calls panic in turn, each recovered by the
// next.

#include "twin.h"

static const char *f(void) {
  defer_result const char *R = NULL;
  defer {
    defer_recovered X = recover();
    println("last got", X);
    R = R[0] == 'k' ? "kept!" : "lost";
  }
  defer { panic("c"); }
  defer { println("third got", recover()); }
  defer { panic("b"); }
  defer { println("first got", recover()); }
  R = "kept";
  panic("a");
}

int main(void) { puts(f()); }
