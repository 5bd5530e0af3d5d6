// RUN: %conformance %s
//
// Intent: recover called by methods that are themselves deferred.

#include "twin.h"

#include <string>

struct H {
  std::string Name;
  static void val(H Self) { println(Self.Name, "val", recover()); }
  void ptr() { println(Name, "ptr", recover()); }
};

static void f(int K) {
  H Handler{"h"};
  if (K == 0)
    defer H::val(Handler);
  else
    defer Handler.ptr();
  Handler.Name = "changed";
  panic(K);
}

int main() {
  f(0);
  f(1);
}
