// RUN: %every_way_cxx
//
// Intent: std::uncaught_exceptions is what it was in deferred calls, one more while the
// stack unwinds after a recover, and what it was again afterwards.

// CHECK:      deferred 0
// CHECK-NEXT: destructor 1
// CHECK-NEXT: after 0
// CHECK-NEXT: in a destructor that unwinds 1
// CHECK-NEXT: deferred 1
// CHECK-NEXT: destructor 2
// CHECK-NEXT: after 1
// CHECK-NEXT: at the end 0

#include <cstdio>
#include <defer.h>
#include <exception>

struct Counts {
  ~Counts() { std::printf("destructor %d\n", std::uncaught_exceptions()); }
};

static void panics() {
  Counts C;
  panic("p");
}

static void recovers() {
  defer {
    std::printf("deferred %d\n", std::uncaught_exceptions());
    recover();
  };
  panics();
}

struct Nested {
  ~Nested() {
    std::printf("in a destructor that unwinds %d\n", std::uncaught_exceptions());
    recovers();
    std::printf("after %d\n", std::uncaught_exceptions());
  }
};

int main() {
  recovers();
  std::printf("after %d\n", std::uncaught_exceptions());
  try {
    Nested N;
    throw 1;
  } catch (int) {
  }
  std::printf("at the end %d\n", std::uncaught_exceptions());
}
