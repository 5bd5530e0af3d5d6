// RUN: %conformance %s
//
// Intent: defer trace(x)() runs trace now and its result at exit.

#include "twin.h"

static auto trace(const char *Name) {
  std::printf("enter %s\n", Name);
  return [Name] { std::printf("leave %s\n", Name); };
}

static void inner() {
  defer trace("inner")();
  std::puts("working");
}

int main() {
  defer trace("main")();
  inner();
  std::puts("back");
}
