// RUN: %conformance %s
//
// Intent: crash: recovered, then another value.

#include "twin.h"

int main() {
  defer {
    auto R = recover();
    println("got", R);
    panic("second");
  }
  panic("first");
}
