// RUN: %conformance %s
//
// Intent: a recovered function with unnamed results returns zero values.

#include "twin.h"

#include <string>

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
static std::string bracketed(const char *S) {
  return std::string("[") + (S ? S : "") + "]";
}

int main() {
  println(f(0), f(1));
  println(bracketed(s(0)), bracketed(s(1)));
}
