// RUN: %conformance %s
//
// Intent: a defer in an inner block runs at function exit, not at block end.

#include "twin.h"

static void show(const char *S) { puts(S); }

int main(void) {
  {
    defer show("from block");
    show("in block");
  }
  show("after block");
  if (true) {
    int X = 3;
    defer printf("x %d\n", X);
    X = 4;
  }
  show("end");
}
