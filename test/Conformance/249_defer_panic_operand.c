// RUN: %conformance %s
//
// Intent: the operand of a deferred panic is evaluated at the statement.

#include "twin.h"

#include <stdlib.h>

static void scalar(void) {
  defer { println(recover()); };
  int x = 1;
  defer panic(x);
  x = 2;
}

static void newest(void) {
  defer { println(recover()); };
  for (int i = 0; i < 3; i++)
    defer panic(i);
}

static void nested(int n) {
  defer { println(recover()); };
  if (n > 0) {
    char *text = malloc(20);
    snprintf(text, 20, "item %d", n);
    defer panic(text);
    text = "changed";
  }
}

int main(void) {
  scalar();
  newest();
  nested(7);
  return 0;
}
