// RUN: %conformance %s
//
// Intent: recover in methods deferred through an interface, with pointer and
// value receivers.

#include "twin.h"

#include <string>
#include <utility>

struct Handler {
  virtual void handle(const char *Tag) = 0;
};

struct A : Handler {
  int N;
  explicit A(int N) : N(N) {}
  void handle(const char *Tag) override { println(Tag, "A", N, recover()); }
};

struct B : Handler {
  std::string S;
  explicit B(std::string S) : S(std::move(S)) {}
  void handle(const char *Tag) override { println(Tag, "B", S, recover()); }
};

static void f(Handler &&H) {
  defer H.handle("via interface");
  panic("x");
}

int main() {
  f(A(4));
  f(B("bee"));
}
