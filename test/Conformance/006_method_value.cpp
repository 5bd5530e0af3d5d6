// RUN: %conformance %s
//
// Intent: a method value copies its receiver when it is made, not at the defer
// statement.

#include "twin.h"

// A method value is a closure that has copied its receiver.
struct Counter {
  int N;
  void show(const char *Tag) const { std::printf("%s %d\n", Tag, N); }
};

int main() {
  Counter C{1};
  auto F = [C](const char *Tag) { C.show(Tag); };
  C.N = 2;
  defer F("bound at 1 ->");
  defer Counter(C).show("receiver at 2 ->");
  C.N = 3;
  std::printf("now %d\n", C.N);
}
