// RUN: %conformance %s
//
// Intent: panic(nil): Go 1.19 stops it but recover returns nil (1.21+ gives a
// PanicNilError).

#include "twin.h"

static const char *f() {
  defer_result const char *R = "start";
  defer {
    auto X = recover();
    println("recover is nil:", !X);
  }
  panic(nullptr);
}

int main() { std::puts(f()); }
