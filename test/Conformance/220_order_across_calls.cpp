// RUN: %conformance %s
//
// Intent: three functions with defers of each kind; the whole order of events.

#include "twin.h"

static int N;

static void ev(const char *S) { std::printf("%d %s\n", ++N, S); }

static void c(int K) {
  defer ev("c 1");
  if (K == 1)
    return;
  defer ev("c 2");
}

static void b() {
  ev("b in");
  for (int I = 0; I < 2; ++I) {
    defer ev("b loop");
    c(I);
  }
  ev("b out");
}

static void a() {
  ev("a in");
  defer ev("a 1");
  b();
  defer ev("a 2");
  for (int I = 0; I < 2; ++I)
    c(I);
  ev("a out");
}

int main() { a(); }
