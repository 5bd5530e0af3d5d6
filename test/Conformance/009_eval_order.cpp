// RUN: %conformance %s
//
// Intent: callee first, then the arguments left to right, all at the defer
// statement.

#include "twin.h"

static int note(const char *S, int N) {
  std::printf("evaluate %s\n", S);
  return N;
}

static auto callee(const char *S) {
  std::printf("evaluate %s\n", S);
  return [S](int A, int B, int C) {
    std::printf("%s runs %d %d %d\n", S, A, B, C);
  };
}

int main() {
  defer callee("f")(note("a", 1), note("b", 2), note("c", 3));
  std::puts("between");
  defer callee("g")(note("d", 4), note("e", 5), note("h", 6));
  std::puts("end");
}
