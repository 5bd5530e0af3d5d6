// RUN: %conformance %s
//
// Intent: recover in a generic function that is deferred.

#include "twin.h"

template <typename T> static void handle(T Default, T *Out) {
  if (recover())
    *Out = Default;
}

template <typename T> static T run(T V, bool Fail) {
  defer_result T R = T();
  defer handle<T>(V * 2, &R);
  if (Fail)
    panic("generic");
  return V;
}

int main() {
  println(run(1, false), run(1, true));
  println(run(1.25, false), run(1.25, true));
}
