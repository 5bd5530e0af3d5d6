// RUN: %deferc++ -O0 -fdefer-fault-panics %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -fdefer-fault-panics %s -o %t && %t | FileCheck %s
//
// Intent: a fault in C++ unwinds as a panic does: destructors of the frames between
// run, members of a null `this` are checked, a method that touches none is not.

#include <defer.h>

#include <cstdio>
#include <memory>
#include <string>

struct D {
  const char *Name;
  ~D() { std::printf("~%s\n", Name); }
};
struct Node {
  int V = 0;
  int get() const { return V; }
  int untouched() const { return 7; }
  virtual int dispatched() { return V; }
};

static int between(Node *N) {
  D Here{"between"};
  return N->get();
}

int main() {
  defer {
    auto R = recover();
    std::printf("%s\n", R.text().c_str());
    // What is recovered is an exception object of its own type.
    std::printf("%d\n", R.exception() != nullptr);
  };
  std::unique_ptr<Node> Good = std::make_unique<Node>();
  std::printf("%d\n", between(Good.get()));
  std::printf("%d\n", ((Node *)nullptr)->untouched());
  between(nullptr);
}
// CHECK: ~between
// CHECK-NEXT: 0
// CHECK-NEXT: 7
// CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT: 1
// CHECK-NEXT: ~between
