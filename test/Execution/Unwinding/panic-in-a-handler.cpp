// RUN: %every_way_cxx
//
// Intent: a catch (...) handler that meets the unwinding of a recovered panic may panic. Where
// the new panic is recovered by the frame that recovered the first, or further out, the first
// recovery has nothing left to do.

// CHECK:      inner p1
// CHECK-NEXT: outer p2
// CHECK-NEXT: ~
// CHECK-NEXT: same 0
// CHECK-NEXT: inner p1
// CHECK-NEXT: outer p2
// CHECK-NEXT: ~
// CHECK-NEXT: uncaught 0

#include <cstdio>
#include <defer.h>
#include <exception>
#include <string>

struct Loud {
  ~Loud() { std::puts("~"); }
};

static void handling() {
  Loud L;
  try {
    panic("p1");
  } catch (...) {
    panic("p2");
  }
}

static int same() {
  defer { std::printf("outer %s\n", recover().text().c_str()); };
  defer { std::printf("inner %s\n", recover().text().c_str()); };
  handling();
  return 1;
}

static int inner() {
  defer { std::printf("inner %s\n", recover().text().c_str()); };
  handling();
  return 2;
}

static void outer() {
  defer { std::printf("outer %s\n", recover().text().c_str()); };
  inner();
  std::puts("not reached");
}

int main() {
  std::printf("same %d\n", same());
  outer();
  std::printf("uncaught %d\n", std::uncaught_exceptions());
}
