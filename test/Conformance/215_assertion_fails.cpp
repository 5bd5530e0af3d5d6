// RUN: %conformance %s
//
// Intent: a failed type assertion on the recovered value is a panic of its own.

#include "twin.h"

static void f() {
  defer { println(recover()); }
  defer {
    auto R = recover();
    println("bool?", R.as<bool>());
  }
  panic(5);
}

int main() { f(); }
