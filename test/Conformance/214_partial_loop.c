// RUN: %conformance %s
//
// Intent: a loop whose argument panics half way: the calls registered so far
// run.

#include "twin.h"

static int arg(int I) {
  if (I == 3)
    panicf("argument %d", I);
  return I * 10;
}

static void show(int V) { printf("v %d\n", V); }

static void f(void) {
  defer { println("recovered", recover()); }
  for (int I = 0; I < 10; ++I)
    defer show(arg(I));
  puts("not reached");
}

int main(void) { f(); }
