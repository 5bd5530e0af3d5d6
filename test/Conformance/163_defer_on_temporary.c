// RUN: %conformance %s
//
// Intent: the receiver expression is a call: it runs at the defer statement.

#include "twin.h"

// A temporary of C lives to the end of the function here, as all operands do.
typedef struct Box {
  int N;
} Box;

static void show(Box B) { printf("show %d\n", B.N); }
static Box next(Box B) {
  printf("next from %d\n", B.N);
  return (Box){B.N + 1};
}

static Box make1(int N) {
  printf("make %d\n", N);
  return (Box){N};
}

int main(void) {
  defer show(make1(10));
  defer show(next(next(make1(20))));
  puts("body");
}
