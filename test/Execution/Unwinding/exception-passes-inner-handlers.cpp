// RUN: %every_way_cxx
//
// Intent: an exception that a deferred call throws while a panic runs it goes on from the
// function that deferred the call. Handlers in the functions that were panicking do not
// see it, their destructors run, and nothing runs twice.

// CHECK:      deferred runs
// CHECK-NEXT: ~inner 1
// CHECK-NEXT: rest nothing
// CHECK-NEXT: ~outer 1
// CHECK-NEXT: caught thrown, uncaught 0
// CHECK-NEXT: rest nothing
// CHECK-NEXT: caught 5, uncaught 0
// CHECK-NEXT: end

#include <cstdio>
#include <defer.h>
#include <exception>
#include <stdexcept>

struct Loud {
  const char *Name;
  ~Loud() { std::printf("~%s %d\n", Name, std::uncaught_exceptions()); }
};

static int inner() {
  Loud L{"inner"};
  try {
    panic("p");
  } catch (const std::exception &) {
    std::puts("caught further in");
  }
  std::puts("inner goes on");
  return 1;
}

static int outer() {
  Loud L{"outer"};
  defer { std::printf("rest %s\n", recover() ? "a panic" : "nothing"); };
  defer {
    std::puts("deferred runs");
    throw std::runtime_error("thrown");
  };
  return inner() + 1;
}

// The deferred call of a deferred call recovers its panic, and throws.
static void nested() {
  defer { std::printf("rest %s\n", recover() ? "a panic" : "nothing"); };
  defer {
    defer {
      (void)recover();
      throw 5;
    };
    panic("second");
  };
  panic("first");
}

int main() {
  try {
    outer();
    std::puts("not reached");
  } catch (const std::exception &E) {
    std::printf("caught %s, uncaught %d\n", E.what(), std::uncaught_exceptions());
  }
  try {
    nested();
    std::puts("not reached");
  } catch (int N) {
    std::printf("caught %d, uncaught %d\n", N, std::uncaught_exceptions());
  }
  std::puts("end");
}
