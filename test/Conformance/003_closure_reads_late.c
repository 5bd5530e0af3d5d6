// RUN: %conformance %s
//
// Intent: a deferred closure captures variables by reference and reads them
// when it runs.

#include "twin.h"

int main(void) {
  int X = 1;
  const char *S = "old";
  defer { printf("x %d s %s\n", X, S); }
  defer { X = X * 2; }
  X = 21;
  S = "new";
  printf("body %d %s\n", X, S);
}
