// RUN: %conformance %s
//
// Intent: the receiver expression is a call: it runs at the defer statement.

#include "twin.h"

struct Box {
  int N;
  void show() const { std::printf("show %d\n", N); }
  Box next() const {
    std::printf("next from %d\n", N);
    return Box{N + 1};
  }
};

static Box make1(int N) {
  std::printf("make %d\n", N);
  return Box{N};
}

int main() {
  defer make1(10).show();
  defer make1(20).next().next().show();
  std::puts("body");
}
