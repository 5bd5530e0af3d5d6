// RUN: %conformance %s
//
// Intent: defer panic(v): the argument is evaluated early, the panic starts at
// exit.

#include "twin.h"

static void f(void) {
  int X = 1;
  defer { println("got", recover()); }
  defer panic(X + 1);
  X = 50;
  printf("body %d\n", X);
}

int main(void) { f(); }
