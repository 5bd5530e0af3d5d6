// RUN: %every_way_cxx
//
// Intent: an exception that a deferred call throws while a panic runs it replaces the
// panic and goes on from the function that deferred the call; a panic of a deferred call that an
// exception runs replaces the exception.

// CHECK:      ~in panics
// CHECK-NEXT: rest, no panic
// CHECK-NEXT: caught thrown
// CHECK-NEXT: recovered from a panic
// CHECK-NEXT: replaced returned 0
// CHECK-NEXT: rest
// CHECK-NEXT: caught second
// CHECK-NEXT: uncaught 0

#include <cstdio>
#include <defer.h>
#include <exception>
#include <stdexcept>
#include <string>

struct Named {
  const char *Name;
  ~Named() { std::printf("~%s\n", Name); }
};

static void throwing(const char *What) { throw std::runtime_error(What); }

static void panics() {
  Named N{"in panics"};
  panic("p");
}

static void exceptionForPanic() {
  defer { std::puts(recover() ? "rest, panicking" : "rest, no panic"); };
  defer throwing("thrown");
  panics();
}

static int panicForException() {
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  defer panic("from a panic");
  throwing("first");
  return 1;
}

static void exceptionForException() {
  defer std::puts("rest");
  defer throwing("second");
  throwing("first");
}

int main() {
  try {
    exceptionForPanic();
  } catch (const std::exception &E) {
    std::printf("caught %s\n", E.what());
  }
  try {
    std::printf("replaced returned %d\n", panicForException());
    exceptionForException();
  } catch (const std::exception &E) {
    std::printf("caught %s\n", E.what());
  }
  std::printf("uncaught %d\n", std::uncaught_exceptions());
}
