// RUN: %deferc++ -w %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -w -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a jump past a whole for, if or while does not bypass what its head
// declares: the label, or the next case, is outside of that scope.

#include <cstdio>
#include <defer.h>

static void f(int a) {
  switch (a) {
  case 0:
    for (int i = 0; i < 2; i++) {
      defer { std::printf("for in a case %d\n", i); }
    }
    break;
  case 1:
    if (int k = a * 7) {
      defer { std::printf("if in a case %d\n", k); }
    }
    break;
  default:
    break;
  }
  if (a == 2)
    goto out;
  for (int i = 0; i < 1; i++)
    defer { std::printf("for %d\n", i); }
  while (int m = a) {
    defer { std::printf("while %d\n", m); }
    a = 0;
  }
out:
  defer std::puts("out");
}

int main() {
  // CHECK:      out
  // CHECK-NEXT: for 1
  // CHECK-NEXT: for in a case 2
  // CHECK-NEXT: for in a case 2
  f(0);
  // CHECK-NEXT: out
  // CHECK-NEXT: while 1
  // CHECK-NEXT: for 1
  // CHECK-NEXT: if in a case 7
  f(1);
  // CHECK-NEXT: out
  // CHECK-NOT:  {{.}}
  f(2);
}
