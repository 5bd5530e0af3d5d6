// RUN: %conformance %s
//
// Intent: crash: a deferred nil function panics when its turn comes.

#include "twin.h"

int main(void) {
  defer puts("older");
  void (*F)(void) = NULL;
  defer F();
  defer puts("newer");
  puts("body");
}
