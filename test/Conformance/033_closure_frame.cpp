// RUN: %conformance %s
//
// Intent: inside a closure defer belongs to the closure's own frame.

#include "twin.h"

static void show(const char *S) { std::puts(S); }

int main() {
  defer show("main's");
  auto F = [](int N) {
    defer show("closure's");
    std::printf("in closure %d\n", N);
    return N + 1;
  };
  std::printf("got %d\n", F(1));
  [] {
    defer show("second closure's");
    [] {
      defer show("inner closure's");
      show("innermost");
    }();
    show("back in second");
  }();
  show("end of main");
}
