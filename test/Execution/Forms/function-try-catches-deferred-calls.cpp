// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: the handlers of a function-try block catch what a deferred call of the body
// throws, at the end of the body and while another exception leaves it, by the type of
// the last exception.

#include <defer.h>

#include <cstdio>

static void raise(int What) {
  if (What == 1)
    throw 1;
  if (What == 2)
    throw 'c';
}

static void f(int Body, int Deferred) try {
  defer raise(Deferred);
  raise(Body);
} catch (int) {
  std::puts("int");
} catch (char) {
  std::puts("char");
}

int main() {
  f(0, 1); // CHECK:      int
  f(0, 2); // CHECK-NEXT: char
  f(1, 0); // CHECK-NEXT: int
  f(1, 2); // CHECK-NEXT: char
  f(2, 1); // CHECK-NEXT: int
}          // CHECK-NOT:  {{.}}
