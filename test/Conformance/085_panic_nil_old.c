// RUN: %conformance %s
//
// Intent: panic(nil): Go 1.19 stops it but recover returns nil (1.21+ gives a
// PanicNilError).

#include "twin.h"

static const char *f(void) {
  defer_result const char *R = "start";
  defer {
    defer_recovered X = recover();
    println("recover is nil:", truth(!X.kind));
  }
  panic(NULL);
}

int main(void) { puts(f()); }
