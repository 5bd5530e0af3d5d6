// RUN: %conformance %s
//
// Intent: recover through a bound method value.

#include "twin.h"

// A method value is a pointer to a member and the receiver that it is bound to.
struct H {
  int N;
  void val() { println("val", N, recover()); }
  void ptr() { println("ptr", N, recover()); }
};

static void f(int K) {
  H Handler{1};
  void (H::*Val)() = &H::val;
  H BoundToVal = Handler;
  void (H::*Ptr)() = &H::ptr;
  H *BoundToPtr = &Handler;
  Handler.N = 2;
  if (K == 0)
    defer (BoundToVal.*Val)();
  else
    defer (BoundToPtr->*Ptr)();
  panic(K);
}

int main() {
  f(0);
  f(1);
}
