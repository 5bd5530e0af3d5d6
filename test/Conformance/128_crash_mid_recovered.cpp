// RUN: %conformance %s
//
// Intent: crash: 1, then 2 recovered, then 3.

#include "twin.h"

int main() {
  defer {
    println("got", recover());
    panic(3);
  }
  defer { panic(2); }
  panic(1);
}
