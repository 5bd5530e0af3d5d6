// RUN: %conformance %s
//
// Intent: crash: recovered, then another value.

#include "twin.h"

int main(void) {
  defer {
    defer_recovered R = recover();
    println("got", R);
    panic("second");
  }
  panic("first");
}
