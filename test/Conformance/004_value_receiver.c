// RUN: %conformance %s
//
// Intent: a value receiver is copied at the defer statement.

#include "twin.h"

typedef struct Counter {
  int N;
} Counter;

static void show(Counter C, const char *Tag) { printf("%s %d\n", Tag, C.N); }

int main(void) {
  Counter C = {1};
  defer show(C, "deferred with n=1 ->");
  C.N = 2;
  defer show(C, "deferred with n=2 ->");
  C.N = 3;
  show(C, "now");
}
