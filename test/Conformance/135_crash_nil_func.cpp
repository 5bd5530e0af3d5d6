// RUN: %conformance %s
//
// Intent: crash: a deferred nil function panics when its turn comes.

#include "twin.h"

int main() {
  defer std::puts("older");
  void (*F)() = nullptr;
  defer F();
  defer std::puts("newer");
  std::puts("body");
}
