// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a defer inside of a defer block belongs to the block.

#include <defer.h>

#include <stdio.h>

static void say(const char *S) { puts(S); }

int main(void) {
  defer say("last");
  defer {
    defer say("inner");
    say("outer");
  }
}

// CHECK:      outer
// CHECK-NEXT: inner
// CHECK-NEXT: last
// CHECK-NOT:  {{.}}
