// RUN: %conformance %s
//
// Intent: many frames and several defers each, of every kind: innermost frame
// first, each newest first.

#include "twin.h"

static void show(const char *F, int I) { printf("%s %d\n", F, I); }

static void open(void) {
  defer show("open", 1);
  defer show("open", 2);
  panic("x");
}

static void loop(void) {
  for (int I = 0; I < 3; ++I)
    defer show("loop", I);
  open();
}

static void nine(void) {
  defer show("nine", 1);
  defer show("nine", 2);
  defer show("nine", 3);
  defer show("nine", 4);
  defer show("nine", 5);
  defer show("nine", 6);
  defer show("nine", 7);
  defer show("nine", 8);
  defer show("nine", 9);
  loop();
}

static void run(void) {
  defer show("run", 1);
  defer { println("recovered", recover()); }
  defer show("run", 3);
  nine();
}

int main(void) { run(); }
