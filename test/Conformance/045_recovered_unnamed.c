// RUN: %conformance %s
//
// Intent: a recovered function with unnamed results returns zero values.

#include "twin.h"

static int f(int K) {
  int X = 41;
  defer { recover(); }
  ++X;
  if (K == 0)
    panic("no");
  return X;
}

static const char *s(int K) {
  defer { recover(); }
  if (K == 0)
    panic("no");
  return "text";
}

// Go's zero string is empty, the zero of a `const char *` is null.
static const char *orEmpty(const char *S) { return S ? S : ""; }

int main(void) {
  println(f(0), f(1));
  printf("[%s] [%s]\n", orEmpty(s(0)), orEmpty(s(1)));
}
