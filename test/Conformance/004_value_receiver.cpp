// RUN: %conformance %s
//
// Intent: a value receiver is copied at the defer statement.

#include "twin.h"

// A C++ method has its receiver by reference. The copy that Go's value receiver
// is, C++ says with a function that takes the receiver by value.
struct Counter {
  int N;
};

static void show(Counter C, const char *Tag) {
  std::printf("%s %d\n", Tag, C.N);
}

int main() {
  Counter C{1};
  defer show(C, "deferred with n=1 ->");
  C.N = 2;
  defer show(C, "deferred with n=2 ->");
  C.N = 3;
  show(C, "now");
}
