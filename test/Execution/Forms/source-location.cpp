// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: std::source_location in an operand names the writing function, at the statement's line.

#include <defer.h>

#include <cstdio>
#include <source_location>


static void where(std::source_location L = std::source_location::current()) {
  std::printf("%s %d\n", L.function_name(), (int)L.line());
}
int main() {
  defer where();
  defer { where(); };
}

// CHECK:      int main() {{[0-9]+}}
// CHECK-NEXT: int main() {{[0-9]+}}
// CHECK-NOT:  {{.}}
