// RUN: %deferc++ -O1 %s -o %t
// RUN: bash -c '%t; test $? = 2' 2>&1 | FileCheck %s
//
// Intent: an exception of whatever type that leaves the text function of a value ends the
// report with a message; no handler of the program gets it.

#include <cstdio>
#include <defer.h>
#include <string>

struct Throws {
  std::string Error() const { throw 1; }
};

int main() {
  std::puts("printed before");
  try {
    panic(Throws());
  } catch (int) {
    std::puts("caught");
  }
}
// CHECK:      printed before
// CHECK-NEXT: fatal error: panic while printing panic value: an exception
// CHECK-NOT:  caught
