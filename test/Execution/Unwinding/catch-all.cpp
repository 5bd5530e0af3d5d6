// RUN: %every_way_cxx
//
// Intent: `catch (...) { throw; }` passes a recovered panic on, in functions between and
// in the recovered function itself; a deferred function that recovers inside a handler
// leaves the handler's exception alone.

// CHECK:      recovered 1
// CHECK-NEXT: between
// CHECK-NEXT: f 0
// CHECK-NEXT: recovered 2
// CHECK-NEXT: own returned 0
// CHECK-NEXT: recovered 3
// CHECK-NEXT: handler still has outer
// CHECK-NEXT: uncaught 0

#include <cstdio>
#include <defer.h>
#include <exception>
#include <stdexcept>
#include <string>

static void recoverAndSay() {
  if (auto R = recover())
    std::printf("recovered %s\n", R.text().c_str());
}

static void between() {
  try {
    try {
      panic(1);
    } catch (const std::exception &) {
      std::puts("wrong handler");
    }
  } catch (...) {
    std::puts("between");
    try {
      throw std::runtime_error("inside");
    } catch (const std::runtime_error &) {
    }
    throw;
  }
}

static int f() {
  defer recoverAndSay();
  between();
  return 1;
}

static int own() {
  defer recoverAndSay();
  try {
    panic(2);
  } catch (...) {
    std::puts("not for the handler");
    return 2;
  }
  return 1;
}

static void inHandler() {
  defer recoverAndSay();
  panic(3);
}

int main() {
  std::printf("f %d\n", f());
  std::printf("own returned %d\n", own());
  try {
    throw std::runtime_error("outer");
  } catch (const std::exception &E) {
    inHandler();
    std::printf("handler still has %s\n", E.what());
  }
  std::printf("uncaught %d\n", std::uncaught_exceptions());
}
