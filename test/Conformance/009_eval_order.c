// RUN: %conformance %s
//
// Intent: callee first, then the arguments left to right, all at the defer
// statement.

#include "twin.h"

typedef void (*Function)(int, int, int);

static int note(const char *S, int N) {
  printf("evaluate %s\n", S);
  return N;
}

static void f(int A, int B, int C) { printf("f runs %d %d %d\n", A, B, C); }
static void g(int A, int B, int C) { printf("g runs %d %d %d\n", A, B, C); }

static Function callee(const char *S) {
  printf("evaluate %s\n", S);
  return S[0] == 'f' ? f : g;
}

int main(void) {
  defer callee("f")(note("a", 1), note("b", 2), note("c", 3));
  puts("between");
  defer callee("g")(note("d", 4), note("e", 5), note("h", 6));
  puts("end");
}
