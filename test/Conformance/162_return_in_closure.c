// RUN: %conformance %s
//
// Intent: return inside a deferred closure leaves that closure only.

#include "twin.h"

// C has no `return` in a block; the function that is deferred has.
static void scale(const int *N, int *R) {
  if (*N == 0)
    return;
  *R *= 10;
}

static int f(int N) {
  defer_result int R = 0;
  defer { R += 1; }
  defer scale(&N, &R);
  return N + 4;
}

int main(void) { printf("%d %d\n", f(0), f(1)); }
