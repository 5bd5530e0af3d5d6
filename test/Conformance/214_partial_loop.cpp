// RUN: %conformance %s
//
// Intent: a loop whose argument panics half way: the calls registered so far
// run.

#include "twin.h"

#include <string>

static int arg(int I) {
  if (I == 3)
    panic("argument " + std::to_string(I));
  return I * 10;
}

static void show(int V) { std::printf("v %d\n", V); }

static void f() {
  defer { println("recovered", recover()); }
  for (int I = 0; I < 10; ++I)
    defer show(arg(I));
  std::puts("not reached");
}

int main() { f(); }
