// RUN: %conformance %s
//
// Intent: a defer in dead code changes nothing for the others.

#include "twin.h"

static const bool Never = false;

static void show(int I) { printf("d %d\n", I); }

static void f(void) {
  if (Never)
    defer show(0);
  defer show(1);
  while (Never)
    defer show(2);
  defer show(3);
  puts("body");
}

int main(void) { f(); }
