// RUN: %deferc -O1 %s -o %t && %t | FileCheck %s
//
// Intent: a constructor with the earliest priority that a program may use can defer,
// panic and recover.

#include <defer.h>
#include <stdio.h>

__attribute__((noinline)) static void fail(void) { panic("before main"); }

__attribute__((constructor(101))) static void early(void) {
  defer {
    defer_recovered R = recover();
    printf("recovered: %s\n", defer_text(&R));
  }
  fail();
}

int main(void) { puts("main"); }
// CHECK:      recovered: before main
// CHECK-NEXT: main
